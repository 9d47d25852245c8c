import type { Catalog } from '../agreement/catalog.ts'
import type { LevelValue } from '../agreement/level.ts'
import type { Rule } from '../agreement/rule.ts'
import type { Statement } from '../agreement/statement.ts'
import { firstOfMonth, type Month, yearOf } from '../calendar/civil-date.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { isPending } from './candidate-days.ts'
import { type DecidedEpisode, type Member, membersUnder } from './cohort.ts'
import { byOwnYear, type DaysByYear, type Price } from './money.ts'
import { type Owed, owed, type Settlement, settle, type Terms, termsOf, totalPart } from './settle.ts'

/** Which liability: the region that sends, the unit that pays, the month of discharge and the rule version. */
export type LiabilityKey = {
  readonly region: string
  readonly municipality: string | undefined
  readonly district: string | undefined
  readonly month: Month
  readonly rule: Rule | undefined
  /** False for the entry of the episodes whose unit is not known. */
  readonly unitKnown: boolean
}

export type Billing = 'active' | 'shadow' | 'suspended'

/** What a unit owes for a month under one rule version, with everything that explains it. */
export type Liability = {
  readonly key: LiabilityKey
  readonly episodes: readonly DecidedEpisode[]
  readonly settlement: Settlement
  readonly level: LevelValue | undefined
  readonly price: Price
  readonly billing: Billing | undefined
  readonly review: 'pending' | 'decided' | undefined
  /** Days by the year whose amount they cost; undefined while anything that decides them is not known. */
  readonly daysByYear: DaysByYear | undefined
  /** The years whose day amount any figure is made with, those of the other readings too. */
  readonly pricedYears: readonly number[]
  readonly total: Owed
  readonly bounds: Bounds | undefined
  readonly missing: readonly string[]
  readonly alternatives: readonly { readonly question: string; readonly reading: string; readonly owed: Owed }[]
  readonly flags: readonly Statement[]
}

/** The liability of a unit's month under a rule that is known. */
export const liabilityUnder = (
  rule: Rule,
  key: LiabilityKey,
  episodes: readonly DecidedEpisode[],
  catalog: Catalog,
): Liability => {
  const terms = termsOf(rule, rule.file.model, catalog, key)
  const members = membersUnder(rule, terms.model, episodes)
  const settlement = settle(terms, members)
  const isOpen = settlement.cohort.undetermined > 0
  const daysByYear = isOpen ? undefined : totalPart(settlement)
  const bounds = isOpen ? boundsOf(terms, members) : undefined
  const readings = rule.alternatives.map(({ question, reading, model }) => {
    const reread = termsOf(rule, model, catalog, key)
    const days = isOpen ? undefined : totalPart(settle(reread, membersUnder(rule, model, episodes)))
    return { question, reading, days, owed: owed(days, reread.price) }
  })
  return {
    key,
    episodes,
    settlement,
    level: terms.level,
    price: terms.price,
    billing: billingIn(rule, key.month),
    review: reviewOf(rule, episodes, isOpen),
    daysByYear,
    pricedYears: yearsIn([daysByYear, ...readings.map(({ days }) => days)]),
    total: owed(daysByYear, terms.price),
    bounds: key.unitKnown ? bounds : undefined,
    missing: sortedOnce([...missingFacts(episodes), ...missingTerms(terms, members, settlement, bounds)]),
    alternatives: readings.map(({ question, reading, owed: reread }) => ({ question, reading, owed: reread })),
    flags: distinct(episodes.flatMap(({ decision }) => decision.flags)),
  }
}

/** The entry of episodes that no known rule governs: nothing is computed, and what is missing is named. */
export const liabilityWithoutRule = (key: LiabilityKey, episodes: readonly DecidedEpisode[]): Liability => ({
  key,
  episodes,
  settlement: {
    cohort: {
      episodes: 0,
      dayZero: 0,
      readyDays: 0,
      average: undefined,
      leftOut: episodes.filter(({ decision }) => decision.outcome === 'left-out').length,
      undetermined: episodes.filter(({ decision }) => decision.outcome === 'undetermined').length,
    },
    averagePart: undefined,
    individualPart: { episodes: 0, days: new Map() },
  },
  level: undefined,
  price: () => undefined,
  billing: undefined,
  review: undefined,
  daysByYear: undefined,
  pricedYears: [],
  total: { days: undefined, ore: undefined },
  bounds: undefined,
  missing: sortedOnce(missingFacts(episodes)),
  alternatives: [],
  flags: distinct(episodes.flatMap(({ decision }) => decision.flags)),
})

/** Whether anything is owed; undefined while that is not known, or while candidate days wait for their decision. */
export const isLiable = ({ review, total }: Liability): boolean | undefined =>
  review === 'pending' || total.days === undefined ? undefined : total.days.n > 0n

const yearsIn = (days: readonly (DaysByYear | undefined)[]): readonly number[] =>
  [...new Set(days.flatMap((each) => [...(each?.keys() ?? [])]))].sort((a, b) => a - b)

/** The billing in force on the first day of the month; the first entry where the stage begins later in it. */
const billingIn = ({ file }: Rule, month: Month): Billing | undefined => {
  const inOrder = file.billing.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (inOrder.findLast(({ from }) => from <= firstOfMonth(month)) ?? inOrder[0])?.status
}

/** Candidate days wait for the joint group; where it has decided on all, or there are none, there is nothing to wait for. */
const reviewOf = ({ file }: Rule, episodes: readonly DecidedEpisode[], isOpen: boolean): Liability['review'] => {
  if (file.model.kind !== 'review') return undefined
  return isOpen || episodes.some(isPending) ? 'pending' : 'decided'
}

const missingFacts = (episodes: readonly DecidedEpisode[]): readonly string[] =>
  episodes.flatMap(({ decision }) => decision.missing)

/** The determination that the level waits for, and the day amount of every year in which a day is or may be charged. */
const missingTerms = (
  terms: Terms,
  members: readonly Member[],
  settlement: Settlement,
  bounds: Bounds | undefined,
): readonly string[] => {
  const { level, price } = terms
  const possible = settle(terms, members.map(asCounted))
  const undeterminedLevel = level !== undefined && !level.known && possible.cohort.readyDays > 0 ? [level.missing] : []
  const known = settlement.cohort.undetermined > 0 ? undefined : totalPart(settlement)
  const nothingToPay = bounds?.most.days?.n === 0n
  const years = nothingToPay ? [] : known === undefined ? possibleYears(terms, members) : [...known.keys()]
  const withoutAmount = years.filter((year) => price(year) === undefined)
  return [...undeterminedLevel, ...withoutAmount.map((year) => `day-amount ${year}`)]
}

const asCounted = (member: Member): Member =>
  member.standing === 'undetermined' ? { ...member, standing: 'counted' } : member

/** The years that days could be charged in: each one's own where charged by itself, the month's where a mean may exceed. */
const possibleYears = ({ model, month }: Terms, members: readonly Member[]): readonly number[] => {
  const possible = members.filter(({ standing }) => standing !== 'left-out')
  const own = byOwnYear(possible.flatMap(({ chargedOn }) => chargedOn ?? []))
  const mayExceed =
    model.kind === 'average' && possible.some(({ chargedOn, readyDays }) => chargedOn === undefined && readyDays > 0)
  return [...new Set([...own.keys(), ...(mayExceed ? [yearOf(month)] : [])])]
}

const sortedOnce = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()

/** Each once; two versions that wait for signatures say the same of different versions. */
const distinct = (statements: readonly Statement[]): readonly Statement[] => [
  ...new Map(statements.map((statement) => [`${statement.id} ${statement.text.en}`, statement])).values(),
]
