import type { ToldStay } from './readmissions-history.ts'

/** What a stay is by the words of the definition, under the id of the last of the stays that transfers join. */
export type Told =
  | { readonly id: string; readonly isIndex: 'no' }
  | {
      readonly id: string
      readonly dischargedOn: string
      readonly isIndex: 'yes' | 'unknown'
      readonly within7: 'yes' | 'no' | 'unknown'
      readonly within30: 'yes' | 'no' | 'unknown'
    }

/**
 * Brute force, with nothing of the code that it is held against: every way in which what is not recorded could have been is
 * tried, in each one it is asked of every stay about every other, and what is not the same in all of them is unknown.
 */
export const toldByOracle = (stays: readonly ToldStay[]): readonly Told[] => {
  const cameFrom = originsOf(stays)
  const worlds = worldsOf(stays)
  return stays
    .filter(({ id }) => ![...cameFrom.values()].includes(id))
    .map((stay): Told => {
      const { id } = stay
      const isIndex = inAll(worlds.map((world) => isIndexStay(named(world, id))))
      if (isIndex === 'no' || stay.dischargedAt === undefined) return { id, isIndex: 'no' }
      const within = (days: number) => inAll(worlds.map((world) => isReadmitted(world, cameFrom, id, days)))
      return { id, dischargedOn: dateOf(stay.dischargedAt), isIndex, within7: within(7), within30: within(30) }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Every completion of what is not recorded; the age of one stay has no part in the answer of another. */
const worldsOf = (stays: readonly ToldStay[]): readonly (readonly ToldStay[])[] =>
  [64, 65].flatMap((age) => plannedInEveryWay(stays.map((stay) => ({ ...stay, age: stay.age ?? age }))))

const plannedInEveryWay = (stays: readonly ToldStay[]): readonly (readonly ToldStay[])[] => {
  const open = stays.find(({ planned }) => planned === undefined)
  if (open === undefined) return [stays]
  return [true, false].flatMap((planned) =>
    plannedInEveryWay(stays.map((stay) => (stay === open ? { ...open, planned } : stay))),
  )
}

const inAll = (answers: readonly boolean[]): 'yes' | 'no' | 'unknown' => {
  if (answers.every(Boolean)) return 'yes'
  return answers.some(Boolean) ? 'unknown' : 'no'
}

const isIndexStay = ({ dischargedAt, to, age = 0 }: ToldStay): boolean =>
  dischargedAt !== undefined && to !== 'transfer' && to !== 'deceased' && age >= 65

type Origins = ReadonlyMap<string, string | undefined>

const isReadmitted = (stays: readonly ToldStay[], cameFrom: Origins, id: string, days: number): boolean => {
  const beginning = named(stays, beginningOf(id, cameFrom))
  return stays.some((other) => {
    const isAdmission = cameFrom.get(other.id) === undefined && isBefore(beginning, other)
    const after = dayOf(other.admittedAt) - dayOf(named(stays, id).dischargedAt ?? '')
    return isAdmission && other.planned === false && after >= 1 && after <= days
  })
}

const beginningOf = (id: string, cameFrom: Origins): string => {
  const earlier = cameFrom.get(id)
  return earlier === undefined ? id : beginningOf(earlier, cameFrom)
}

/**
 * The stay whose transfer led to each, asked from the other end: of those that end on its date or the day before, the one
 * that began first and has led to none that began earlier.
 */
const originsOf = (stays: readonly ToldStay[]): Origins => {
  const cameFrom = new Map<string, string | undefined>()
  for (const stay of [...stays].sort(inTime)) {
    const origin = stays
      .filter((other) => other.to === 'transfer' && other.dischargedAt !== undefined && isBefore(other, stay))
      .filter((other) => [0, 1].includes(dayOf(stay.admittedAt) - dayOf(other.dischargedAt ?? '')))
      .filter((other) => ![...cameFrom.values()].includes(other.id))
      .sort(inTime)[0]
    cameFrom.set(stay.id, origin?.id)
  }
  return cameFrom
}

const inTime = (a: ToldStay, b: ToldStay): number => (isBefore(a, b) ? -1 : 1)

const isBefore = (a: ToldStay, b: ToldStay): boolean => {
  const [one, other] = [Date.parse(a.admittedAt), Date.parse(b.admittedAt)]
  return one === other ? a.id < b.id : one < other
}

const named = (stays: readonly ToldStay[], id: string): ToldStay => {
  const found = stays.find((stay) => stay.id === id)
  if (found === undefined) throw new Error(`There is no stay ${id}`)
  return found
}

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
const dateOf = (instant: string): string => swedish.format(new Date(instant))
const dayOf = (instant: string): number => Date.parse(dateOf(instant)) / 86_400_000
