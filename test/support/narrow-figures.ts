import type { Row } from '#schemas/statistics/column.ts'
import {
  BLOCKS,
  constraintsOn,
  nationalConstraint,
  type PositionOf,
  partsOf,
  placeOf,
  reasonsConstraint,
  type Sum,
  sumConstraint,
  sumsIn,
} from './figure-constraints.ts'
import { type Bounds, type Constraint, narrowIntervals } from './interval-solver.ts'

/** What everyone is told of a month in one revision, as it stands in the files, beside what is true. */
export type PublishedFigures = {
  readonly month: string
  readonly revision: number
  readonly shown: readonly Row[]
  readonly truth: readonly Row[]
  readonly national: readonly Row[]
  readonly reasons: readonly Row[]
}

/** Who reads: a municipality or district with its own rows, or anyone; taking what has not changed to be the same, or not. */
export type FileReader = { readonly insider: string | undefined; readonly unchangedIsSame: boolean }

const MOST = 100_000

/** The hidden counts of a month that a reader can tell more closely than to a width, by linear programmes over all that is told. */
export const narrowFigures = async (
  told: readonly PublishedFigures[],
  reader: FileReader,
  width: number,
): Promise<readonly string[]> => {
  const numbers = numbersOf(told, reader)
  const sums = told.flatMap(({ shown, revision }) => sumsIn(shown, numbers.of(revision)))
  const constraints = told.flatMap((of): readonly Constraint[] => toldIn(of, numbers.of(of.revision)))
  const isTold = reader.insider === undefined ? numbers.isTold : alsoTold(numbers.isTold, sums)
  const secret = numbers.bounds.map((_, position) => position).filter((position) => !isTold.has(position))
  const narrow = await narrowIntervals(numbers.bounds, [...constraints, ...sums.map(sumConstraint)], secret, width)
  return narrow.map(({ position, least, most }) => `${numbers.names[position]}: ${least} to ${most}`)
}

type Numbers = {
  readonly bounds: readonly Bounds[]
  readonly names: readonly string[]
  /** The numbers that the reader is told, or has as its own. */
  readonly isTold: ReadonlySet<number>
  readonly of: (revision: number) => PositionOf
}

/** A number for each count of each row and revision; to who takes what has not changed to be the same, one for all of them. */
const numbersOf = (told: readonly PublishedFigures[], { insider, unchangedIsSame }: FileReader): Numbers => {
  const bounds: Bounds[] = []
  const names: string[] = []
  const isTold = new Set<number>()
  const positions = new Map<string, number>()
  const unchanged = new Map<string, number>()
  for (const { revision, shown, truth } of told)
    for (const [index, row] of shown.entries())
      for (const block of BLOCKS)
        for (const count of block) {
          const real = truth[index] ?? {}
          // A sum over care types is the same only where both of them are.
          const parts = real.care_type === 'all' ? partsOf(real, truth) : [real]
          const isOwn = insider !== undefined && [row.municipality, row.district].includes(insider)
          const same = `${placeOf(row)} ${count} ${parts.map((part) => block.map((name) => part[name]).join()).join(';')}`
          const name = `${revision} ${placeOf(row)} ${count}`
          const position = (unchangedIsSame ? unchanged.get(same) : undefined) ?? names.push(name) - 1
          unchanged.set(same, position)
          positions.set(name, position)
          const given = row[count] ?? (isOwn ? (real[count] ?? null) : null)
          if (given !== null) isTold.add(position)
          bounds[position] =
            given === null
              ? (bounds[position] ?? { least: 0, most: MOST })
              : { least: Number(given), most: Number(given) }
        }
  const of: Numbers['of'] = (revision) => (row, count) => positions.get(`${revision} ${placeOf(row)} ${count}`) ?? -1
  return { bounds, names, isTold, of }
}

const toldIn = ({ shown, national, reasons }: PublishedFigures, of: PositionOf): readonly Constraint[] => {
  const regionOf = ({ care_type }: Row) => shown.find((row) => row.level === 'region' && row.care_type === care_type)
  const toldReasons = Map.groupBy(
    reasons.filter(({ episodes }) => episodes !== null),
    ({ care_type }) => care_type,
  )
  return [
    ...shown.flatMap((row) => constraintsOn(row, of)),
    ...national.flatMap((row) => {
      const region = regionOf(row)
      return region === undefined || row.stays === null ? [] : [nationalConstraint(row, region, of)]
    }),
    ...[...toldReasons.values()].flatMap((own) => {
      const region = own[0] && regionOf(own[0])
      return region === undefined ? [] : [reasonsConstraint(own, region, of)]
    }),
  ]
}

/**
 * What an insider has by adding its own to what everyone is told is nobody else's: of a revision, or since another in which
 * it had the sum, where nothing has changed but its own and what is told.
 */
const alsoTold = (told: ReadonlySet<number>, sums: readonly Sum[]): ReadonlySet<number> => {
  const byName = Map.groupBy(sums, ({ name }) => name)
  const isKnownSince = ({ name, parts }: Sum): boolean =>
    (byName.get(name) ?? []).some((then) => {
      const changed = [...parts, ...then.parts].filter((part) => !(parts.includes(part) && then.parts.includes(part)))
      return told.has(then.whole) && changed.every((part) => told.has(part))
    })
  const found = sums.filter(
    (sum) => !told.has(sum.whole) && (sum.parts.every((part) => told.has(part)) || isKnownSince(sum)),
  )
  return found.length === 0 ? told : alsoTold(new Set([...told, ...found.map(({ whole }) => whole)]), sums)
}
