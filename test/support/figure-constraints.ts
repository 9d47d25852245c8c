import type { Cell, Row } from '#schemas/statistics/column.ts'
import type { Constraint } from './interval-solver.ts'

/** The number that stands, or would stand, in a row as a count: its position among all that are asked for. */
export type PositionOf = (row: Row, count: string) => number

/** A count that is the sum of others; of the same name in every revision. */
export type Sum = { readonly name: string; readonly whole: number; readonly parts: readonly number[] }

/** The counts of figures by the blocks that they are hidden with. */
export const BLOCKS: readonly (readonly string[])[] = [
  ['day_zero', 'one_day_or_more', 'discharged', 'ready_days'],
  ['left_out'],
  ['undetermined'],
  ['without_notice'],
  ['index_stays', 'readmitted_7', 'unknown_7', 'readmitted_30', 'unknown_30'],
]

/** Quotients of counts that are shown with four decimals. */
const QUOTIENTS = [
  ['mean_with_day_zero', 'ready_days', 'discharged'],
  ['mean_without_day_zero', 'ready_days', 'one_day_or_more'],
  ['share_7', 'readmitted_7', 'index_stays'],
  ['share_30', 'readmitted_30', 'index_stays'],
] as const

/** Counts that are at most another. */
const AT_MOST = [
  ['one_day_or_more', 'ready_days'],
  ['readmitted_7', 'readmitted_30'],
  ['readmitted_30', 'index_stays'],
] as const

/** The sums that everyone knows of: over districts, over municipalities, and over care types. */
export const sumsIn = (rows: readonly Row[], of: PositionOf): readonly Sum[] => {
  const ofCare = (care: Cell | undefined) => rows.filter(({ care_type }) => care_type === care)
  const summed = rows.map((row) => [row, partsOf(row, rows), partsByPlace(row, ofCare(row.care_type))] as const)
  return summed.flatMap(([row, byCare, byPlace]) =>
    [byCare, byPlace]
      .filter((parts) => parts.length > 0)
      .flatMap((parts, kind) =>
        BLOCKS.flat().map((count) => ({
          name: `${kind} ${placeOf(row)} ${count}`,
          whole: of(row, count),
          parts: parts.map((part) => of(part, count)),
        })),
      ),
  )
}

/** Where a row stands: the same in every revision. */
export const placeOf = (row: Row): string =>
  [row.level, row.municipality, row.district, row.care_type, row.agreement, row.stage, row.version].join('~')

const isCity = ({ level, municipality }: Row, rows: readonly Row[]): boolean =>
  level === 'municipality' && municipality === '0180' && rows.some((row) => row.level === 'district')

const partsByPlace = (row: Row, rows: readonly Row[]): readonly Row[] => {
  if (row.level === 'region') return rows.filter(({ level }) => level === 'municipality')
  return isCity(row, rows) ? rows.filter(({ level }) => level === 'district') : []
}

/** Of a row of both care types the rows of each: those under its rule, or those whose rule has no such row of its own. */
export const partsOf = (row: Row, rows: readonly Row[]): readonly Row[] => {
  if (row.care_type !== 'all') return []
  const ofUnit = rows.filter(
    ({ level, municipality, district }) =>
      level === row.level && municipality === row.municipality && district === row.district,
  )
  const parts = ofUnit.filter(({ care_type }) => care_type !== 'all')
  if (row.level === 'region' || isCity(row, rows)) return parts
  const pooling = ofUnit.filter(({ care_type }) => care_type === 'all').map(ruleOf)
  return parts.filter((part) =>
    row.agreement === null ? part.agreement === null || !pooling.includes(ruleOf(part)) : ruleOf(part) === ruleOf(row),
  )
}

const ruleOf = ({ agreement, stage, version }: Row): string => `${agreement} ${stage}.${version}`

/** What follows from the form of a row: sums and limits of its counts, and the quotients that it shows. */
export const constraintsOn = (row: Row, of: PositionOf): readonly Constraint[] => [
  exactly([
    [of(row, 'discharged'), -1],
    [of(row, 'day_zero'), 1],
    [of(row, 'one_day_or_more'), 1],
  ]),
  ...AT_MOST.map(([less, more]) =>
    atLeastZero([
      [of(row, more), 1],
      [of(row, less), -1],
    ]),
  ),
  ...QUOTIENTS.flatMap(([quotient, n, d]) => {
    const shown = row[quotient] ?? null
    if (shown === null) return []
    const inTenThousandths = Math.round(Number(shown) * 10_000)
    return [
      atLeastZero([
        [of(row, n), 20_000],
        [of(row, d), -(2 * inTenThousandths - 1)],
      ]),
      atLeastZero([
        [of(row, n), -20_000],
        [of(row, d), 2 * inTenThousandths + 1],
      ]),
    ]
  }),
]

/** What the region's row by national definitions tells: all closed stays, those left out and undetermined too. */
export const nationalConstraint = (national: Row, region: Row, of: PositionOf): Constraint => ({
  terms: ['discharged', 'left_out', 'undetermined'].map((count) => [of(region, count), 1] as const),
  least: Number(national.stays),
  most: Number(national.stays),
})

/** What the reasons of a care type tell of how many are left out: as many as the most frequent at least, all together at most. */
export const reasonsConstraint = (reasons: readonly Row[], region: Row, of: PositionOf): Constraint => {
  const counts = reasons.map(({ episodes }) => Number(episodes))
  return { terms: [[of(region, 'left_out'), 1]], least: Math.max(...counts), most: counts.reduce((a, b) => a + b) }
}

/** That a count is the sum of others. */
export const sumConstraint = ({ whole, parts }: Sum): Constraint =>
  exactly([[whole, -1], ...parts.map((part) => [part, 1] as const)])

const exactly = (terms: Constraint['terms']): Constraint => ({ terms, least: 0, most: 0 })
const atLeastZero = (terms: Constraint['terms']): Constraint => ({ terms, least: 0, most: Number.POSITIVE_INFINITY })
