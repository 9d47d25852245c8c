import { sumOfCounts } from '#domain/statistics/counts.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import type { StatisticsTable } from '#schemas/statistics/column.ts'
import { tables } from '#schemas/statistics/tables.ts'
import { nameOfCounty, nameOfDistrict, nameOfMunicipality, placeCells, type RegionMonth } from './place-cells.ts'
import { quotient } from './stay-cells.ts'

/** The figures by the definitions of national statistics: a row for each unit and care type, whatever rule governs. */
export const nationalTable = (of: RegionMonth, rows: readonly FigureRow[]): StatisticsTable => ({
  name: 'national',
  ...tables.national,
  rows: [...Map.groupBy(rows, unitAndCare).values()].flatMap((same) => {
    const [row] = same
    if (row === undefined) return []
    const { nationalDayZero, nationalOneDayOrMore, nationalDays } = sumOfCounts(same.map(({ counts }) => counts))
    return [
      {
        ...placeCells(of, row),
        name: nameOf(of, row),
        stays: nationalDayZero + nationalOneDayOrMore,
        sum_of_days: nationalDays,
        mean: quotient(nationalDays, nationalOneDayOrMore),
        closed_stays_with_days: nationalOneDayOrMore,
        hidden: null,
      },
    ]
  }),
})

const unitAndCare = ({ level, municipality, district, careType }: FigureRow): string =>
  [level, municipality, district, careType].join('~')

const nameOf = ({ region }: RegionMonth, { level, municipality, district }: FigureRow): string => {
  switch (level) {
    case 'region':
      return nameOfCounty(region)
    case 'municipality':
      return nameOfMunicipality(municipality)
    case 'district':
      return nameOfDistrict(district)
  }
}
