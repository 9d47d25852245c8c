import { type Random, randomFrom } from './random.ts'

/** A county to make up: its municipalities beside the city, the districts of the city, and how its months are revised. */
export type CountyForm = {
  readonly municipalities: number
  readonly districts: number
  readonly mostRevisions: number
  /** One row in so many changes with a revision. */
  readonly changesOneIn: number
}

/** A county of 26 municipalities, one of them a city of 11 districts. */
export const largeCounty: CountyForm = { municipalities: 25, districts: 11, mostRevisions: 3, changesOneIn: 8 }

/** The care types that are added up. */
export type CareType = 'somatic' | 'psychiatric'

/** A municipality or district under one rule version; the heavier, the more stays. */
export type Leaf = { readonly name: string; readonly group: string; readonly weight: number }
/** A stay, and what it counts as in the blocks beside the stays themselves. */
export type Stay = { readonly readyDays: number; readonly apart: boolean; readonly marks: readonly string[] }
/** The stays of each leaf. */
export type Stays = ReadonlyMap<string, readonly Stay[]>

/** The city that has districts. */
export const CITY = '0180'
const FOLLOWED = ['within7', 'within30Only', 'notReadmitted', 'notReadmitted', 'notReadmitted'] as const

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)

/** Those that know rows of their own: the municipalities, the city and its districts. */
export const groupsOf = ({ municipalities, districts }: CountyForm): readonly string[] => [
  ...numbered('M', municipalities),
  CITY,
  ...numbered('D', districts),
]

// Two rule versions govern the first municipality of three.
const leavesOf = (random: Random, { municipalities, districts }: CountyForm): readonly Leaf[] => [
  ...numbered('M', municipalities).flatMap((group, at) =>
    (at % 9 === 2 ? [' v1', ' v2'] : ['']).map((version) => ({
      name: `${group}${version}`,
      group,
      weight: 1 + random.below(at % 3 === 0 ? 40 : 12),
    })),
  ),
  ...numbered('D', districts).map((group) => ({ name: group, group, weight: 4 + random.below(16) })),
]

/** A month to make up: its seed, and how busy it is. */
export type MonthForm = { readonly seed: number; readonly month: number; readonly busy: number }

/** A month of a county, revision after revision: the leaves, and the stays of each. */
export type MadeMonth = {
  readonly leaves: readonly Leaf[]
  readonly revisions: readonly Readonly<Record<CareType, Stays>>[]
}

/** A month of a county; the same form gives the same stays, and the busier it is, the more there are. */
export const makeMonth = ({ seed, month, busy }: MonthForm, form: CountyForm): MadeMonth => {
  const random = randomFrom(seed * 100 + month)
  const leaves = leavesOf(randomFrom(seed), form)
  const revisions = [{ somatic: someStays(random, leaves, busy), psychiatric: someStays(random, leaves, busy / 8) }]
  for (let more = random.below(form.mostRevisions); more > 0; more -= 1) {
    const last = revisions.at(-1)
    if (last === undefined) break
    const { changesOneIn } = form
    revisions.push({
      somatic: changed(random, last.somatic, changesOneIn),
      psychiatric: changed(random, last.psychiatric, changesOneIn),
    })
  }
  return { leaves, revisions }
}

const someStays = (random: Random, all: readonly Leaf[], busy: number): Stays =>
  new Map(
    all.map(({ name, weight }) => [
      name,
      Array.from({ length: random.below(Math.ceil(weight * busy) + 1) }, () => aStay(random)),
    ]),
  )

const aStay = (random: Random): Stay => {
  const followed: readonly string[] = random.below(2) === 0 ? [] : [random.one(FOLLOWED)]
  const marks = [...['leftOut', 'undetermined', 'withoutNotice'].filter(() => random.below(6) === 0), ...followed]
  const isUnknown = random.below(6) === 0
  const unknown7 = isUnknown && followed.length > 0 && !followed.includes('within7') ? ['unknown7'] : []
  const unknown30 = isUnknown && followed.includes('notReadmitted') ? ['unknown30'] : []
  return {
    readyDays: random.below(3) === 0 ? 0 : 1 + random.below(9),
    apart: random.below(12) === 0,
    marks: [...marks, ...unknown7, ...unknown30],
  }
}

/** Of the rows that change each has a stay more, a stay less or another stay. */
const changed = (random: Random, stays: Stays, oneIn: number): Stays =>
  new Map(
    [...stays].map(([name, own]) => {
      if (random.below(oneIn) > 0) return [name, own]
      const kept = random.below(3) === 0 ? own : own.slice(1)
      return [name, random.below(3) === 0 ? kept : [...kept, aStay(random)]]
    }),
  )
