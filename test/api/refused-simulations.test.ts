import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { simulated, upload } from '../support/rule-editor.ts'

const service = aSharedService()
const MONTH = { from: '2022-05', to: '2022-05' }
const changed = anAgreement({ level: '2.5' })

let simulation = ''
beforeAll(async () => {
  simulation = (await simulated(service(), '17', { draft: changed, ...MONTH })).body.id
})

describe('a simulation is refused', () => {
  it('of a draft with faults, with all of them at their lines', async () => {
    const draft = changed.replace('level: "2.5"', 'level: 2.5')

    const { status, body } = await service().post('region-17', '/v1/simulations', { draft, ...MONTH })

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '/draft', rule: 'not-quoted', line: expect.any(Number) }])
  })

  it.each([
    ['of nothing', {}, '', 'one-of-version-draft-event'],
    ['of two things', { draft: 'a', version: 'act~1.1' }, '', 'one-of-version-draft-event'],
    ['of months the wrong way', { version: 'act~1.1', from: '2022-06' }, '/to', 'ends-before-it-begins'],
    ['of more than ten years', { version: 'act~1.1', from: '2012-05' }, '/to', 'too-many'],
  ])('%s', async (_, asked, pointer, rule) => {
    const { status, body } = await service().post('region-17', '/v1/simulations', { ...MONTH, ...asked })

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer, rule }])
  })

  it.each([
    ['another county’s version', { version: 'jonkoping~2.1' }],
    ['the Act', { version: 'act~1.1' }],
    ['the day amounts', { version: 'national-day-amounts~1.1' }],
    ['no version', { version: 'county-17~9.9' }],
    ['another county’s event', { event: { agreement: 'stockholm-psychiatric', event: 'x', on: '2021-01-01' } }],
    ['months of another region', { draft: changed, region: '18' }],
  ])('as not found for %s', async (_, asked) => {
    const { status } = await service().post('region-17', '/v1/simulations', { ...asked, ...MONTH })

    expect(status).toBe(404)
  })

  it('when another region asks for it', async () => {
    await upload(service(), '18', 'county-18', anAgreement({ county: '18' }))

    const answers = await Promise.all([
      service().get('region-18', `/v1/simulations/${simulation}`),
      service().get('municipality-1880', `/v1/simulations/${simulation}/units`),
      service().get('region-17', '/v1/simulations/none'),
    ])

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  it.each(['', '/units'])('as not found for an id longer than a key of the table may be%s', async (part) => {
    const { status } = await service().get('region-17', `/v1/simulations/${'a'.repeat(3_000)}${part}`)

    expect(status).toBe(404)
  })
})
