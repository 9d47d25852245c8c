import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import type { Told } from '../support/an-episode.ts'
import { aCandidate, jointGroup } from '../support/joint-group.ts'

const service = aSharedService()
const { put, review } = jointGroup(service)

describe('a decision', () => {
  const refusals: readonly (readonly [string, Told, string])[] = [
    ['still open', { out: undefined }, 'The patient has not been discharged'],
    ['left out', { openCare: 'unclear' }, 'left out'],
    ['undetermined', { planning: {} }, 'what is missing'],
    ['within the free days', { out: '2022-05-13 15:00' }, 'no candidate days'],
    ['without a notice', { readiness: [], out: '2022-05-17 15:00', ready: undefined }, 'No readiness notice'],
    ['cancelled', { body: { cancelled: true } }, 'cancelled'],
    ['under another rule', { ready: '2021-05-10 10:00', out: '2021-05-17 15:00' }, 'nothing to a joint group'],
  ]

  it.each(refusals)('on a stay that is %s is refused, and the refusal says why', async (name, told, because) => {
    const id = `none-${name.replaceAll(' ', '-')}`
    await put(id, aCandidate({ ...told }, '2417'))

    const answer = await service().request('region-24', 'POST', '/v1/reviews', {
      body: { episode: `24~${id}`, outcome: 'approve', reason: 'x', participants: ['y'] },
      headers: { 'accept-language': 'en' },
    })

    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:not-a-candidate' } })
    expect(answer.body.detail).toContain(because)
  })

  it('on another revision than the current one is refused', async () => {
    await put('current', aCandidate({}, '2417'))

    expect(await review('current', { revision: 2 })).toMatchObject({
      status: 409,
      body: { type: 'urn:fristdag:problem:revision-not-current' },
    })
  })

  it.each([
    [{ outcome: 'adjust' }, '/days', 'missing'],
    [{ outcome: 'adjust', days: 5 }, '/days', 'too-large'],
    [{ outcome: 'adjust', days: -1 }, '/days', 'too-small'],
    [{ outcome: 'adjust', days: 'two' }, '/days', 'no-form-fits'],
    [{ outcome: 'adjust', days: '5' }, '/days', 'too-large'],
    [{ outcome: 'approve', days: 4 }, '/days', 'not-allowed'],
    [{ outcome: 'waive', days: 0 }, '/days', 'not-allowed'],
    [{ participants: [] }, '/participants', 'too-few'],
    [{ participants: ['Region', '194910029802'] }, '/participants/1', 'identity-number-in-text'],
    [{ reason: 'Of 19491002-9802.' }, '/reason', 'identity-number-in-text'],
    [{ action: { text: 'Call 194910029802', responsible: 'x' } }, '/action/text', 'identity-number-in-text'],
    [{ action: { text: 'Call', responsible: '194910029802' } }, '/action/responsible', 'identity-number-in-text'],
  ])('%j has a fault at %s', async (told, pointer, rule) => {
    await put('faulty', aCandidate({}, '2417'))

    const answer = await review('faulty', told)

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer, rule }] } })
    expect(answer.text).not.toContain('194910029802')
  })

  it('is for the region of the episode alone, and for none that is not there', async () => {
    await put('guarded', aCandidate({}, '2417'))
    const body = { episode: '24~guarded', outcome: 'approve', reason: 'x', participants: ['y'] }

    const answers = [
      await service().post('region-01', '/v1/reviews', body),
      await service().post('municipality-2417', '/v1/reviews', body),
      await service().post('region-24', '/v1/reviews', { ...body, episode: '24~nobody' }),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 403, 404])
  })
})
