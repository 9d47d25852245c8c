import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { RuleReference } from '../agreement/rule.ts'
import { sumOfCounts } from './counts.ts'
import { hasOwnLiability, partsOf } from './figure-parts.ts'
import type { FigureRow, UnitLiability } from './figure-row.ts'
import { sumOfLiabilities } from './sum-of-liabilities.ts'
import { ruleName, sumOfReasons, type Tally } from './tally.ts'

/**
 * The rows of a region's month: those of every unit by care type and rule version, and the totals of the city of Stockholm
 * and of the region. Where one rule pools both care types its liability stands on the row `all` of the unit under it.
 */
export const figureRows = (tallies: readonly Tally[], liabilities: readonly UnitLiability[]): readonly FigureRow[] => {
  const isDivided = [...tallies, ...liabilities].some(({ district }) => district !== undefined)
  const units = withSums(unitRows(tallies, liabilities, isDivided))
  const ofCity = units.filter(({ level }) => level === 'district')
  return inTableOrder([
    ...totalRows('region', undefined, units),
    ...(isDivided ? totalRows('municipality', STOCKHOLM_CITY, ofCity) : []),
    ...units,
  ])
}

/** Rows in the order of their tables: the region first, then each municipality with its districts, what is not recorded last. */
export const inTableOrder = (rows: readonly FigureRow[]): readonly FigureRow[] =>
  rows.toSorted((a, b) => (placeInOrder(a) < placeInOrder(b) ? -1 : 1))

/** What lies in one row: a unit under a rule version, by care type or both together. */
type Place = Pick<FigureRow, 'municipality' | 'district' | 'careType' | 'rule'>

const unitRows = (
  tallies: readonly Tally[],
  liabilities: readonly UnitLiability[],
  isDivided: boolean,
): readonly FigureRow[] => {
  const placed = [
    ...tallies.flatMap((tally) => [
      { place: { ...unitOf(tally), careType: tally.careType, rule: tally.rule?.reference }, tally },
      { place: { ...unitOf(tally), careType: 'all' as const, rule: poolingRule(tally) }, tally },
    ]),
    ...liabilities.map((liability) => ({ place: placeOfLiability(liability), liability })),
  ]
  return [...Map.groupBy(placed, ({ place }) => placeName(place))].flatMap(([, own]) => {
    const place = own[0]?.place
    if (place === undefined) return []
    const tallied = own.flatMap((each) => ('tally' in each ? [each.tally] : []))
    return [
      {
        ...place,
        level: isDivided && place.municipality === STOCKHOLM_CITY ? 'district' : 'municipality',
        isUnit: true,
        counts: sumOfCounts(tallied.map(({ counts }) => counts)),
        reasons: sumOfReasons(tallied.flatMap(({ reasons }) => reasons)),
        liability: own.flatMap((each) => ('liability' in each ? [each.liability] : []))[0],
      } as const,
    ]
  })
}

/** Where no rule pools a unit's care types, its row of both sums what is owed on the rows of each. */
const withSums = (units: readonly FigureRow[]): readonly FigureRow[] =>
  units.map((row) =>
    hasOwnLiability(row)
      ? row
      : { ...row, liability: sumOfLiabilities(partsOf(row, units).flatMap(({ liability }) => liability ?? [])) },
  )

const unitOf = ({ municipality, district }: Pick<Tally, 'municipality' | 'district'>) => ({ municipality, district })

/** The rule of the row `all` that an episode stands in: its own where that pools the care types, else none. */
const poolingRule = ({ rule }: Tally): RuleReference | undefined =>
  rule !== undefined && rule.file.careTypes.length > 1 ? rule.reference : undefined

const placeOfLiability = ({ careTypes, rule, ...unit }: UnitLiability): Place => ({
  ...unitOf(unit),
  careType: (careTypes.length > 1 ? undefined : careTypes[0]) ?? 'all',
  rule,
})

const placeName = ({ municipality, district, careType, rule }: Place): string =>
  [municipality ?? '-', district ?? '-', careType, ruleName(rule)].join('~')

const CARE_TYPES = ['somatic', 'psychiatric', 'all'] as const

const totalRows = (
  level: FigureRow['level'],
  municipality: string | undefined,
  units: readonly FigureRow[],
): readonly FigureRow[] =>
  CARE_TYPES.map((careType) => {
    const own = units.filter((row) => row.careType === careType)
    // A rule that does not pool has its liability on the row of its care type: the total of all takes in both kinds.
    const owing = (careType === 'all' ? units : own).filter(hasOwnLiability)
    return {
      level,
      municipality,
      district: undefined,
      careType,
      rule: undefined,
      isUnit: false,
      counts: sumOfCounts(own.map(({ counts }) => counts)),
      reasons: sumOfReasons(own.flatMap(({ reasons }) => reasons)),
      liability: sumOfLiabilities(owing.flatMap(({ liability }) => liability ?? [])),
    }
  })

const LEVELS = { region: 0, municipality: 1, district: 2 } as const

const placeInOrder = ({ level, municipality, district, careType, rule }: FigureRow): string =>
  [
    level === 'region' ? '0' : (municipality ?? '9999'),
    LEVELS[level],
    district ?? '~',
    ['somatic', 'psychiatric', 'all'].indexOf(careType),
    ruleName(rule),
  ].join('#')
