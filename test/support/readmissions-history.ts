import type { CareType } from '#schemas/codes.ts'
import type { DischargedTo } from '#schemas/episode.ts'
import { type Random, randomFrom } from './random.ts'

/** A stay of a made-up person, in instants. */
export type ToldStay = {
  readonly id: string
  readonly careType: CareType
  readonly admittedAt: string
  readonly planned: boolean | undefined
  readonly dischargedAt: string | undefined
  readonly to: DischargedTo
  readonly age: number | undefined
}

const DAY = 86_400_000

// The nights when the clocks change, both ways; a leap day; a year's end; an ordinary month.
const STARTS = ['2020-03-27', '2020-10-23', '2020-02-27', '2019-12-29', '2021-03-26', '2021-10-29', '2020-06-10']

// In Sweden some of these are on the next date, some only in summer.
const TIMES = ['00:30', '10:00', '10:00', '21:59:59', '22:00', '22:30', '23:00', '23:30']

/** Days from one event to the next, most of them where a window begins or ends. */
const GAPS = [0, 0, 0, 1, 1, 2, 6, 7, 8, 29, 30, 31]

const ENDS: readonly DischargedTo[] = [
  ...(['home', 'home', 'home', 'special-housing', 'short-term-housing'] as const),
  ...(['transfer', 'transfer', 'transfer', 'transfer', 'deceased'] as const),
]

/** All stays of one made-up person, in no order; the same seed gives the same person. */
export const aHistory = (seed: number): readonly ToldStay[] => {
  const random = randomFrom(seed)
  const ages = random.one([[64], [65], [80], [null], [null], [64, 65], [65, 66, null]])
  const stays: ToldStay[] = []
  const ids = shuffled(random, [...'0123456789'])
  let day = Date.parse(random.one(STARTS))
  for (let count = 1 + random.below(9); count > 0; count -= 1) {
    const admittedAt = at(random, day)
    const stay = random.one([0, 0, 1, 1, 3, 7, 20])
    // Now and then a slip of the pen: out before in.
    const out = random.below(60) === 0 ? day - DAY * (1 + random.below(9)) : day + DAY * stay
    const isOpen = random.below(12) === 0
    stays.push({
      id: `${ids.pop()}${random.one(['', 'a'])}`,
      careType: random.one(['somatic', 'psychiatric']),
      admittedAt: again(random, stays) ?? admittedAt,
      planned: random.one([false, false, false, true, null]) ?? undefined,
      dischargedAt: isOpen ? undefined : at(random, out),
      to: random.one(ENDS),
      age: random.one(ages) ?? undefined,
    })
    // Most often the next stay begins after this one; sometimes within it, or before it.
    const from = random.below(8) === 0 ? day - DAY * random.below(4) : out
    day = from + DAY * random.one(GAPS)
  }
  return shuffled(random, stays)
}

/** Now and then the very instant of another admission. */
const again = (random: Random, stays: readonly ToldStay[]): string | undefined =>
  stays.length > 0 && random.below(20) === 0 ? random.one(stays).admittedAt : undefined

const at = (random: Random, day: number): string => {
  const time = random.one(TIMES)
  return `${new Date(day).toISOString().slice(0, 10)}T${time.length === 5 ? `${time}:00` : time}Z`
}

const shuffled = <Item>(random: Random, items: readonly Item[]): Item[] => {
  const left = [...items]
  return items.flatMap(() => left.splice(random.below(left.length), 1))
}
