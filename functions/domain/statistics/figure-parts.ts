import type { FigureRow } from './figure-row.ts'
import { ruleName } from './tally.ts'

type Unit = Pick<FigureRow, 'isUnit' | 'level' | 'municipality' | 'district' | 'careType' | 'rule'>

/** The rows of the care types that a row of both is the sum of: under the rule that pools them, or under all that do not. */
export const partsOf = <Row extends Unit>(all: Unit, rows: readonly Row[]): readonly Row[] => {
  const ofUnit = rows.filter((row) => isSameUnit(row, all))
  const parts = ofUnit.filter(({ careType }) => careType !== 'all')
  if (!all.isUnit) return parts
  const pooling = new Set(ofUnit.flatMap(({ careType, rule }) => (careType === 'all' && rule ? ruleName(rule) : [])))
  return parts.filter(({ rule }) =>
    all.rule === undefined ? !pooling.has(ruleName(rule)) : ruleName(rule) === ruleName(all.rule),
  )
}

/** Whether a liability on a row is of its own rule, and not the sum of others'. */
export const hasOwnLiability = ({ isUnit, careType, rule }: Unit): boolean =>
  isUnit && (careType !== 'all' || rule !== undefined)

const isSameUnit = (a: Unit, b: Unit): boolean =>
  a.isUnit === b.isUnit && a.level === b.level && a.municipality === b.municipality && a.district === b.district
