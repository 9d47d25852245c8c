import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { aCandidate, jointGroup } from '../support/joint-group.ts'

const service = aSharedService()
const { put, review } = jointGroup(service)

beforeAll(() => put('two', aCandidate()))

describe('an improvement', () => {
  const action = { text: 'Notify before noon.', responsible: 'The ward', due: '2022-09-01' }
  const listed = async (client: string, query = '') =>
    (await service().get(client, `/v1/improvement-actions${query}`)).body.improvementActions
  const told = (id: string, body: object, client = 'region-24') =>
    service().post(client, `/v1/improvement-actions/${id}/outcomes`, body)

  it('is decided with an episode, and followed until it is done', async () => {
    await review('two', { action })
    const [decided] = await listed('municipality-2480')
    await told(decided.id, { status: 'ongoing', text: 'The routine is written.' })
    await told(decided.id, { status: 'ongoing', text: 'The routine is written.' })

    const answer = await told(decided.id, { status: 'done', text: 'In use since October.' })

    const path = '/v1/delay-analyses?month=2022-05'
    const { improvementActions } = (await service().get('municipality-2480', path)).body
    expect(decided).toMatchObject({
      ...action,
      region: '24',
      municipality: '2480',
      month: '2022-05',
      episode: '24~two',
      status: 'decided',
      decidedBy: 'region-24',
      outcomes: [],
    })
    expect(answer).toMatchObject({
      status: 201,
      body: { status: 'done', outcomes: [{ status: 'ongoing' }, { by: 'region-24' }] },
    })
    expect(improvementActions).toEqual([answer.body])
    expect(await listed('region-24', '?region=24')).toEqual([answer.body])
  })

  it('keeps all that two tell of it at once', async () => {
    const [{ id }] = await listed('region-24')
    await Promise.all([
      told(id, { status: 'dropped', text: 'Not needed.' }),
      told(id, { status: 'ongoing', text: 'Needed again.' }, 'region-24-second'),
    ])

    const [{ outcomes }] = await listed('region-24')

    expect(outcomes).toHaveLength(4)
  })

  it('is its own parties’ alone to see, and its region’s to tell of', async () => {
    const [{ id }] = await listed('region-24')
    const body = { status: 'done', text: 'x' }

    const statuses = [
      await told(id, body, 'region-01'),
      await told(id, body, 'municipality-2480'),
      await told('24~nothing~2022-05~1', body),
      await told(id, { status: 'done', text: 'By 194910029802.' }),
      await service().get('region-01', '/v1/improvement-actions?region=24'),
    ].map(({ status }) => status)

    expect(statuses).toEqual([404, 403, 404, 422, 404])
    expect(await listed('municipality-2401')).toEqual([])
    expect(await listed('municipality-0136', '?region=24')).toEqual([])
  })
})
