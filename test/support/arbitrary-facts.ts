import fc from 'fast-check'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { EpisodeFacts, ReadinessPeriod } from '#domain/episode/facts.ts'
import type { AverageModel } from '#schemas/rule-file/model.ts'
import { anAverage } from './a-rule.ts'
import { anEpisodeFacts } from './an-episode-facts.ts'

const time = fc.constantFrom('00:00:00', '09:00:00', '12:00:00', '12:00:01', '23:59:59.5')
const stretch = fc.record({ days: fc.nat(12), pause: fc.nat(3), time })
const often = fc.constantFrom(true, true, true, false)
const seldom = fc.constantFrom(true, false, false, false)

/** Periods that end with the discharge, told from the last one backwards. */
const periodsBefore = (
  dischargedOn: string,
  stretches: readonly { readonly days: number; readonly pause: number; readonly time: string }[],
): readonly ReadinessPeriod[] => {
  const periods: ReadinessPeriod[] = []
  let end = dischargedOn
  for (const { days, pause, time: at } of stretches) {
    const start = addDays(end, -days)
    const noticeSentAt = `${start}T${at}`
    periods.unshift(
      end === dischargedOn && periods.length === 0 ? { noticeSentAt } : { noticeSentAt, withdrawnOn: end },
    )
    end = addDays(start, -pause)
  }
  return periods
}

/** Any discharged stay of a month, with at least one readiness notice; its need of planning may not be recorded. */
export const anyFactsIn = (month: string): fc.Arbitrary<EpisodeFacts> =>
  fc
    .record({
      day: fc.integer({ min: 1, max: 28 }),
      stretches: fc.array(stretch, { minLength: 1, maxLength: 3 }),
      careType: fc.constantFrom('somatic' as const, 'psychiatric' as const),
      noticed: often,
      admissionNoticeDelayHours: fc.constantFrom(-2, 0, 24, 24.1, 72),
      lengthOfStayEstimateSent: often,
      planningNeeded: fc.constantFrom(true, false, undefined),
      called: fc.option(fc.integer({ min: -3, max: 6 }), { nil: undefined }),
      openCare: fc.constantFrom(undefined, undefined, undefined, 'available', 'unavailable', 'unclear'),
      servicesRefused: seldom,
      onlyRegionalOpenCare: seldom,
      compulsoryOpenPsychiatricCare: seldom,
      to: fc.constantFrom('home', 'special-housing', 'short-term-housing', 'transfer', 'deceased'),
    })
    .map(({ day, stretches, noticed, admissionNoticeDelayHours, called, ...told }) => {
      const out = `${month}-${`${day}`.padStart(2, '0')}`
      const readiness = periodsBefore(out, stretches)
      return anEpisodeFacts({
        ...(told as Partial<EpisodeFacts>),
        to: told.to as 'home',
        out,
        readiness,
        admissionNoticeDelayHours: noticed ? admissionNoticeDelayHours : undefined,
        planningCalledOn: called === undefined ? undefined : addDays(out, -called),
      })
    })

/** Any average model of the language whose level is a number. */
export const anyAverage: fc.Arbitrary<AverageModel> = fc
  .record({
    level: fc.constantFrom('0', '1.3', '2.0', '3', '4.75'),
    charge: fc.constantFrom('excess' as const, 'all-days' as const),
    dayZero: fc.constantFrom('in-mean' as const, 'out-of-mean' as const),
    leftOut: fc.constantFrom('leaves-mean' as const, 'counts-zero-days' as const),
    longStay: fc.option(
      fc.record({
        moreThan: fc.constantFrom(0, 3, 7),
        charge: fc.constantFrom('all-days' as const, 'beyond-limit' as const),
      }),
      { nil: undefined },
    ),
    rounding: fc.constantFrom(
      'none' as const,
      { mean: 0, mode: 'half-up' as const },
      { mean: 2, mode: 'half-up' as const },
    ),
  })
  .map(
    ({ longStay, ...rest }) => anAverage({ ...rest, ...(longStay === undefined ? {} : { longStay }) }) as AverageModel,
  )

/** Any individual model of the language. */
export const anyIndividual = fc
  .integer({ min: 0, max: 6 })
  .map((freeDays) => ({ kind: 'individual' as const, freeDays, exceptions: [] }))
