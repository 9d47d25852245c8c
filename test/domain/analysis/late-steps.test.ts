import { describe, expect, it } from 'vitest'
import type { Delay } from '#domain/analysis/attributed-days.ts'
import { lateSteps } from '#domain/analysis/late-steps.ts'
import { anEpisodeFacts, type ToldFacts } from '../../support/an-episode-facts.ts'

const lateIn = (told: ToldFacts, delays: readonly Delay[] = []) =>
  lateSteps.filter(({ isLate }) => isLate(anEpisodeFacts(told), delays)).map(({ id }) => id)

describe('the late steps of a stay', () => {
  it('are none where all went as it should', () => {
    expect(lateIn({})).toEqual([])
  })

  it.each([
    ['an admission notice that was not sent', { admissionNoticeDelayHours: undefined }, ['admission-notice-not-sent']],
    ['one after 24 hours', { admissionNoticeDelayHours: 24 }, []],
    ['one after more', { admissionNoticeDelayHours: 24.1 }, ['admission-notice-late']],
    ['no estimate', { lengthOfStayEstimateSent: false }, ['length-of-stay-estimate-not-sent']],
    ['a notice at noon', { ready: '2020-03-02 12:00:00' }, []],
    ['a notice after noon', { ready: '2020-03-02 12:00:00.1' }, ['readiness-notice-after-noon']],
    ['no call', { planningNeeded: true }, ['planning-not-called']],
    ['no call where it is not recorded whether one was needed', { planningNeeded: undefined }, []],
    ['no call before compulsory open care', { planningNeeded: true, compulsoryOpenPsychiatricCare: true }, []],
    ['a call on the third day', { planningNeeded: true, planningCalledOn: '2020-03-05' }, []],
    ['a call on the fourth day', { planningNeeded: true, planningCalledOn: '2020-03-06' }, ['planning-called-late']],
    ['a late call that was not needed', { planningNeeded: false, planningCalledOn: '2020-03-06' }, []],
    [
      'a call on the fourth day after the first of two notices',
      {
        planningNeeded: true,
        planningCalledOn: '2020-03-06',
        readiness: [
          { noticeSentAt: '2020-03-02T10:00:00', withdrawnOn: '2020-03-03' },
          { noticeSentAt: '2020-03-03T10:00:00' },
        ],
      },
      [],
    ],
  ] as const)('tell of %s', (_, told, expected) => {
    expect(lateIn(told)).toEqual(expected)
  })

  it.each([
    ['special-housing', ['placement-awaited']],
    ['short-term-housing', ['placement-awaited']],
    ['home-care', []],
  ] as const)('tell of a wait for %s', (reason, expected) => {
    expect(lateIn({}, [{ from: '2020-03-02', reason }])).toEqual(expected)
  })
})
