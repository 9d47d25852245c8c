import type { Row } from '#schemas/statistics/column.ts'
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

/** Who reads: a municipality or district with its own rows, or anyone; taking rows that have not changed to be the same, or not. */
export type FileReader = { readonly insider: string | undefined; readonly unchangedIsSame: boolean }

const COUNTS = [
  'day_zero',
  'one_day_or_more',
  'discharged',
  'ready_days',
  'left_out',
  'undetermined',
  'without_notice',
  'index_stays',
  'readmitted_7',
  'unknown_7',
  'readmitted_30',
  'unknown_30',
]

/** Quotients of counts that are shown with four decimals. */
const QUOTIENTS = [
  ['mean_with_day_zero', 'ready_days', 'discharged'],
  ['mean_without_day_zero', 'ready_days', 'one_day_or_more'],
  ['share_7', 'readmitted_7', 'index_stays'],
  ['share_30', 'readmitted_30', 'index_stays'],
] as const

/** A count that is at most another. */
const AT_MOST = [
  ['one_day_or_more', 'ready_days'],
  ['readmitted_7', 'readmitted_30'],
  ['readmitted_30', 'index_stays'],
] as const

const MOST = 100_000

/** The hidden counts of the figures of a month that a reader can tell more closely than to a width, by linear programmes over all that is told. */
export const narrowFigures = async (
  told: readonly PublishedFigures[],
  { insider, unchangedIsSame }: FileReader,
  width: number,
): Promise<readonly string[]> => {
  const bounds: Bounds[] = []
  const constraints: Constraint[] = []
  const names: string[] = []
  const secret: number[] = []
  const known = new Map<string, number>()
  const isTold = new Set<number>()
  const ownSums: { readonly whole: number; readonly parts: readonly number[] }[] = []
  const add = (name: string, bound: Bounds): number => {
    names.push(name)
    return bounds.push(bound) - 1
  }
  for (const { revision, shown, truth, national, reasons } of told) {
    const at = new Map<string, number>()
    const place = (row: Row): string =>
      [row.level, row.municipality, row.district, row.care_type, row.agreement, row.stage, row.version].join('~')
    const isOwn = (row: Row): boolean => insider !== undefined && [row.municipality, row.district].includes(insider)
    shown.forEach((row, index) => {
      const real = truth[index] ?? {}
      for (const count of COUNTS) {
        const value = row[count] ?? null
        const same = `${place(row)} ${count} ${COUNTS.map((name) => real[name]).join()}`
        const before = unchangedIsSame ? known.get(same) : undefined
        const position = before ?? add(`${revision} ${place(row)} ${count}`, { least: 0, most: MOST })
        known.set(same, position)
        at.set(`${place(row)} ${count}`, position)
        const given = value ?? (isOwn(row) ? real[count] : null)
        if (given === null || given === undefined) secret.push(position)
        else {
          bounds[position] = { least: Number(given), most: Number(given) }
          isTold.add(position)
        }
      }
    })
    const of = (row: Row, count: string): number => at.get(`${place(row)} ${count}`) ?? -1
    const sums = (whole: Row, parts: readonly Row[]): void => {
      for (const count of COUNTS) {
        const [sum, summands] = [of(whole, count), parts.map((part) => of(part, count))]
        ownSums.push({ whole: sum, parts: summands })
        constraints.push({ terms: [[sum, -1], ...summands.map((part) => [part, 1] as const)], least: 0, most: 0 })
      }
    }
    const withCare = (care: unknown) => shown.filter(({ care_type }) => care_type === care)
    for (const care of ['somatic', 'psychiatric', 'all']) {
      const [region] = withCare(care).filter(({ level }) => level === 'region')
      const [city] = withCare(care).filter(
        ({ level, municipality }) => level === 'municipality' && municipality === '0180',
      )
      if (region !== undefined)
        sums(
          region,
          withCare(care).filter(({ level }) => level === 'municipality'),
        )
      if (city !== undefined)
        sums(
          city,
          withCare(care).filter(({ level }) => level === 'district'),
        )
    }
    for (const both of withCare('all')) {
      const ofUnit = shown.filter(
        (row) => row.level === both.level && row.municipality === both.municipality && row.district === both.district,
      )
      const pooled = ofUnit.filter(({ care_type }) => care_type === 'all').map(({ agreement }) => agreement)
      const parts = ofUnit.filter(({ care_type }) => care_type !== 'all')
      const isTotal = both.level === 'region' || (both.municipality === '0180' && both.level === 'municipality')
      sums(
        both,
        isTotal
          ? parts
          : parts.filter(({ agreement }) =>
              both.agreement === null
                ? agreement === null || !pooled.includes(agreement)
                : agreement === both.agreement,
            ),
      )
    }
    for (const row of shown) {
      constraints.push({
        terms: [
          [of(row, 'discharged'), -1],
          [of(row, 'day_zero'), 1],
          [of(row, 'one_day_or_more'), 1],
        ],
        least: 0,
        most: 0,
      })
      for (const [less, more] of AT_MOST)
        constraints.push({
          terms: [
            [of(row, more), 1],
            [of(row, less), -1],
          ],
          least: 0,
          most: MOST,
        })
      for (const [quotient, n, d] of QUOTIENTS) {
        const shownQuotient = row[quotient] ?? null
        if (shownQuotient === null) continue
        const told4 = Math.round(Number(shownQuotient) * 10_000)
        constraints.push({
          terms: [
            [of(row, n), 20_000],
            [of(row, d), -(2 * told4 - 1)],
          ],
          least: 0,
          most: Number.POSITIVE_INFINITY,
        })
        constraints.push({
          terms: [
            [of(row, n), -20_000],
            [of(row, d), 2 * told4 + 1],
          ],
          least: 0,
          most: Number.POSITIVE_INFINITY,
        })
      }
    }
    for (const row of national.filter(({ level }) => level === 'region')) {
      const region = withCare(row.care_type).find(({ level }) => level === 'region')
      if (region === undefined || row.stays === null) continue
      const terms = ['discharged', 'left_out', 'undetermined'].map((count) => [of(region, count), 1] as const)
      constraints.push({ terms, least: Number(row.stays), most: Number(row.stays) })
    }
    for (const care of ['somatic', 'psychiatric', 'all']) {
      const told4 = reasons
        .filter((row) => row.care_type === care && row.episodes !== null)
        .map(({ episodes }) => Number(episodes))
      const region = withCare(care).find(({ level }) => level === 'region')
      if (region === undefined || told4.length === 0) continue
      constraints.push({
        terms: [[of(region, 'left_out'), 1]],
        least: Math.max(...told4),
        most: told4.reduce((a, b) => a + b, 0),
      })
    }
  }
  // What an insider has by adding its own to what is shown to all is nobody else's.
  for (let found = true; found; ) {
    found = false
    for (const { whole, parts } of ownSums)
      if (insider !== undefined && !isTold.has(whole) && parts.every((part) => isTold.has(part))) {
        isTold.add(whole)
        found = true
      }
  }
  const narrow = await narrowIntervals(
    bounds,
    constraints,
    [...new Set(secret)].filter((position) => !isTold.has(position)),
    width,
  )
  return narrow.map(({ position, least, most }) => `${names[position]}: ${least} to ${most}`)
}
