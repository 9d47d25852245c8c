import { describe, expect, it } from 'vitest'
import { refusalBy, refused } from '../support/a-refusal.ts'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'

const service = aSharedService({ now: () => new Date('2020-03-20T12:00:00Z') })
const freshId = freshIds()
const refusal = refusalBy(service, freshId)

const body = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' })
const open = { ...body, discharge: null }
const periods = (...times: readonly (readonly [string, string?])[]) => ({
  readiness: times.map(([noticeSentAt, withdrawnAt]) => ({ noticeSentAt, withdrawnAt })),
})
const AT_ADMISSION = '2020-03-01T09:00:00Z'
const BEFORE_ADMISSION = '2020-03-01T08:59:59Z'
const [FIRST, SECOND, THIRD] = ['2020-03-04T09:00:00Z', '2020-03-05T09:00:00Z', '2020-03-06T09:00:00Z']
const AFTER_DISCHARGE = '2020-03-09T10:00:01Z'
const TOO_FAR = '2020-03-21T12:00:01Z'

type Case = readonly [pointer: string, name: string, sent: object]

const disorder: readonly Case[] = [
  ['/readiness/0/noticeSentAt', 'a notice before the admission', periods([BEFORE_ADMISSION])],
  ['/readiness/0/withdrawnAt', 'a withdrawal before its notice', periods([SECOND, FIRST])],
  ['/readiness/1/noticeSentAt', 'a notice before the last withdrawal', periods([FIRST, THIRD], [SECOND])],
  ['/readiness/1/noticeSentAt', 'periods in another order', periods([SECOND, THIRD], [AT_ADMISSION, FIRST])],
  ['/discharge/at', 'a discharge before the last notice', periods([AFTER_DISCHARGE])],
  ['/discharge/at', 'a discharge before the last withdrawal', periods([FIRST, AFTER_DISCHARGE])],
  ['/discharge/at', 'a discharge before the admission', { ...periods(), admission: { at: AFTER_DISCHARGE } }],
  [
    '/readiness/0/withdrawnAt',
    'instants in order only as they are written',
    periods(['2020-03-04T09:00:00+01:00', '2020-03-04T09:30:00+02:00']),
  ],
]

const afterDischarge: readonly Case[] = [
  ['/planning/calledAt', 'a planning call', { planning: { calledAt: AFTER_DISCHARGE } }],
  ['/admissionNoticeSentAt', 'an admission notice', { admissionNoticeSentAt: AFTER_DISCHARGE }],
]

const future: readonly Case[] = [
  ['/sourceUpdatedAt', 'the source', { sourceUpdatedAt: TOO_FAR }],
  ['/admission/at', 'the admission', { ...periods(), admission: { at: TOO_FAR } }],
  ['/discharge/at', 'the discharge', { discharge: { at: TOO_FAR, to: 'home' } }],
  ['/readiness/0/noticeSentAt', 'a readiness notice', periods([TOO_FAR])],
  ['/readiness/0/withdrawnAt', 'a withdrawal', periods([FIRST, TOO_FAR])],
  ['/planning/calledAt', 'a planning call', { planning: { calledAt: TOO_FAR } }],
  ['/admissionNoticeSentAt', 'an admission notice', { admissionNoticeSentAt: TOO_FAR }],
  ['/lengthOfStayEstimateSentAt', 'an estimate', { lengthOfStayEstimateSentAt: TOO_FAR }],
]

describe('an episode is refused, and nothing of it is kept,', () => {
  it.each(disorder)('at %s for %s', async (pointer, _, sent) => {
    expect(await refusal({ ...body, ...sent })).toEqual(refused(pointer, 'time-order'))
  })

  it.each(afterDischarge)('at %s for %s after the discharge', async (pointer, _, sent) => {
    expect(await refusal({ ...body, ...sent })).toEqual(refused(pointer, 'after-discharge'))
  })

  it.each(future)('at %s when %s is more than a day ahead', async (pointer, _, sent) => {
    expect(await refusal({ ...open, ...sent })).toEqual(refused(pointer, 'in-the-future'))
  })

  it('for a period without a withdrawal that is not the last', async () => {
    const sent = { ...body, ...periods([FIRST], [THIRD]) }

    expect(await refusal(sent)).toEqual(refused('/readiness/0/withdrawnAt', 'only-last-period-open'))
  })

  it('but a change that is refused leaves what was kept before', async () => {
    const id = freshId()
    await service().put('hospital-01', `/v1/episodes/${id}`, open)

    const answer = await service().put('hospital-01', `/v1/episodes/${id}`, { ...body, ...periods([BEFORE_ADMISSION]) })

    expect(answer.status).toBe(422)
    expect((await service().get('region-01', `/v1/episodes/${id}/revisions`)).body.total).toBe(1)
  })
})
