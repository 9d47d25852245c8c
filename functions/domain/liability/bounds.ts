import { compare } from '../money/fraction.ts'
import { type Member, withStanding } from './cohort.ts'
import { byOwnYear, totalOre } from './money.ts'
import { type Owed, owed, settle, type Terms, totalPart } from './settle.ts'

/** The least and the most that a month could come to, whatever the unrecorded facts turn out to be. */
export type Bounds = { readonly least: Owed; readonly most: Owed }

/**
 * The exact bounds over every way to resolve the undetermined members, each either counted or left out; undefined while
 * the level is not known.
 *
 * For a given number of resolved members in the mean, the days grow with their ready days; so among all choices of that
 * many members, those with the fewest ready days give the least and those with the most give the most. The same holds of
 * members charged by themselves, by days and by what the days cost.
 */
export const boundsOf = (terms: Terms, members: readonly Member[]): Bounds | undefined => {
  const totals = resolutions(terms, withStanding(members, 'undetermined')).map((counted) =>
    totalPart(
      settle(
        terms,
        members.map((member) => resolved(member, counted)),
      ),
    ),
  )
  const known = totals.filter((total) => total !== undefined)
  if (known.length < totals.length) return undefined
  const inOrder = known.map((total) => owed(total, terms.price)).sort(byDays)
  const [least, most] = [inOrder.at(0), inOrder.at(-1)]
  if (least === undefined || most === undefined) return undefined
  const amounts = inOrder.map(({ ore }) => ore).filter((ore) => ore !== undefined)
  if (amounts.length < inOrder.length) return { least, most }
  amounts.sort((a, b) => Number(a - b))
  return { least: { ...least, ore: amounts.at(0) }, most: { ...most, ore: amounts.at(-1) } }
}

/** The choices of members to count among which the extremes lie. */
const resolutions = (terms: Terms, open: readonly Member[]): readonly ReadonlySet<Member>[] => {
  const byThemselves = open.filter(({ chargedOn }) => chargedOn !== undefined)
  const inTheMean = open.filter(({ chargedOn }) => chargedOn === undefined)
  return choicesByThemselves(terms, byThemselves).flatMap((first) =>
    lowestAndHighest(inTheMean, ({ readyDays }) => readyDays).map((second) => new Set([...first, ...second])),
  )
}

/** All or none, unless their number moves the mean; then the extremes lie at the shortest, longest, cheapest and dearest. */
const choicesByThemselves = ({ model, price }: Terms, members: readonly Member[]): readonly (readonly Member[])[] => {
  if (model.kind !== 'average' || model.cohort.leftOut === 'leaves-mean') return [[], members]
  const costOf = ({ chargedOn }: Member): number => Number(totalOre(byOwnYear(chargedOn ?? []), price) ?? 0n)
  return [...lowestAndHighest(members, chargedDays), ...lowestAndHighest(members, costOf)]
}

/** For every number of members, the so many of them that are lowest and highest by their size. */
const lowestAndHighest = (
  members: readonly Member[],
  size: (member: Member) => number,
): readonly (readonly Member[])[] => {
  const sorted = members.toSorted((a, b) => size(a) - size(b))
  return Array.from({ length: sorted.length + 1 }, (_, count) => [
    sorted.slice(0, count),
    sorted.slice(sorted.length - count),
  ]).flat()
}

const chargedDays = ({ chargedOn }: Member): number => chargedOn?.length ?? 0

const resolved = (member: Member, counted: ReadonlySet<Member>): Member =>
  member.standing === 'undetermined' ? { ...member, standing: counted.has(member) ? 'counted' : 'left-out' } : member

const byDays = (a: Owed, b: Owed): number =>
  a.days === undefined || b.days === undefined ? 0 : compare(a.days, b.days)
