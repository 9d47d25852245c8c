import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { type AgeBracket, ageOf } from '#domain/dispute/age.ts'
import type { LadderStep } from '#domain/dispute/ladder.ts'
import { standingOf } from '#domain/dispute/standing.ts'
import { type Contested, differenceOf } from '#domain/settlement/contested.ts'
import type { DisputeRecord } from '#store/dispute-store.ts'
import { totalOf } from './computations.ts'
import { owedAnswer } from './dispute-answer.ts'

/** A dispute with its figures. */
export type Counted = { readonly record: DisputeRecord; readonly figures: Contested }

/** The disputes of each county, and of each of its units, counted and added up on a day. */
export const disputeSummaryOf = (counted: readonly Counted[], regions: readonly string[], today: CivilDate) => ({
  counties: regions.map((region) => {
    const own = counted.filter(({ record }) => record.dispute.region === region)
    const byUnit = Map.groupBy(own, ({ record: { dispute } }) => `${dispute.municipality} ${dispute.district}`)
    return {
      region,
      ...totalsOf(own, today),
      units: [...byUnit]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([unit, ofUnit]) => {
          const [municipality, district] = unit.split(' ')
          return { municipality, district: district === '-' ? null : district, ...totalsOf(ofUnit, today) }
        }),
    }
  }),
})

const totalsOf = (counted: readonly Counted[], today: CivilDate) => {
  const standing = counted.map((each) => ({ ...each, ...placed(each, today) }))
  const open = standing.filter(({ status }) => status === 'open')
  const ended = ENDS.map((outcome) => ({ outcome, own: standing.filter(({ status }) => status === outcome) }))
  return {
    open: [...Map.groupBy(open, groupName)].sort(byName).flatMap(([, group]) => openAnswer(group)),
    decided: ended
      .filter(({ own }) => own.length > 0)
      .map(({ outcome, own }) => ({
        outcome,
        disputes: own.length,
        difference: owedAnswer(totalOf(own.map(({ figures }) => differenceOf(figures)))),
      })),
  }
}

const ENDS = ['upheld', 'rejected', 'withdrawn'] as const

type Placed = {
  readonly status: ReturnType<typeof standingOf>['status']
  readonly place: number
  readonly step: LadderStep | undefined
  readonly age: AgeBracket
}

const placed = ({ record: { dispute, decisions } }: Counted, today: CivilDate): Placed => {
  const { status, step } = standingOf(decisions.map(({ outcome }) => outcome))
  const raisedOn = dateOf(civilTimeOf(dispute.at))
  return { status, place: step, step: dispute.ladder[step], age: ageOf(raisedOn, today) }
}

/** In the order of the ladder, then of age. */
const groupName = ({ place, step, age }: Placed): string =>
  [`${place}`.padStart(3, '0'), step?.id, `${age.fromDays}`.padStart(3, '0')].join(' ')

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const openAnswer = (group: readonly (Counted & Placed)[]) =>
  group.slice(0, 1).map(({ step, age }) => ({
    step,
    age: { fromDays: age.fromDays, untilDays: age.untilDays ?? null },
    disputes: group.length,
    held: owedAnswer(totalOf(group.map(({ figures }) => figures.held))),
  }))
