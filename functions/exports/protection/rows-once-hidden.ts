import { noCounts } from '#domain/statistics/counts.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { inTableOrder } from '#domain/statistics/figure-rows.ts'
import { ruleName } from '#domain/statistics/tally.ts'
import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { Pattern } from './pattern.ts'
import { parseRowName, rowName } from './row-name.ts'

/**
 * The rows of a month with those that were hidden in an earlier revision and have nothing any more: left out, they would tell
 * that they are zero, and so what they were hidden for.
 */
export const withRowsOnceHidden = (rows: readonly FigureRow[], earlier: readonly Pattern[]): readonly FigureRow[] => {
  const there = new Set(rows.map((row) => nameIn(row.careType, rowName(row))))
  const gone = new Map<string, FigureRow>()
  for (const pattern of earlier)
    for (const [tree, told] of Object.entries(pattern)) {
      const careType = tree.split('~').at(-1)
      if (careType !== 'somatic' && careType !== 'psychiatric') continue
      for (const [name, hidden] of told)
        if (hidden && !there.has(nameIn(careType, name))) gone.set(nameIn(careType, name), emptyRow(name, careType))
    }
  const both = [...gone.values()]
    .map((row) => rowOfBoth(row, rows))
    .filter((row) => !there.has(nameIn('all', rowName(row))))
  return inTableOrder([...rows, ...gone.values(), ...new Map(both.map((row) => [rowName(row), row])).values()])
}

const nameIn = (careType: string, name: string): string => `${careType} ${name}`

const emptyRow = (name: string, careType: FigureRow['careType']): FigureRow => {
  const { level, municipality, district, rule } = parseRowName(name)
  const isCity = level === 'municipality' && municipality === STOCKHOLM_CITY && rule === undefined
  const isUnit = level !== 'region' && !isCity
  return { level, municipality, district, rule, careType, isUnit, counts: noCounts, reasons: [], liability: undefined }
}

/** Its row of both care types: under its rule where that pools them for others too. */
const rowOfBoth = (row: FigureRow, rows: readonly FigureRow[]): FigureRow => {
  const pools = rows.some(
    ({ careType, rule }) => careType === 'all' && rule !== undefined && ruleName(rule) === ruleName(row.rule),
  )
  return { ...row, careType: 'all', rule: pools ? row.rule : undefined }
}
