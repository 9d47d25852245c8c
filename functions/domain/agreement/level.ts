import type { Level } from '#schemas/rule-file/model.ts'
import { parseDecimal, showDecimal } from '../money/decimal.ts'
import { compare, type Fraction } from '../money/fraction.ts'
import { type Catalog, determinationOf } from './catalog.ts'
import type { RuleReference } from './rule.ts'

/** A level: its value and how it is written, or what must be determined first. */
export type LevelValue =
  | { readonly known: true; readonly value: Fraction; readonly shown: string; readonly source?: string }
  | { readonly known: false; readonly missing: string }

/** The value of a level under what has been determined so far. */
export const levelValue = (level: Level, reference: RuleReference, catalog: Catalog): LevelValue => {
  if (typeof level === 'string') return { known: true, value: parseDecimal(level), shown: level }
  if ('least' in level) return leastOf(level.least.map((part) => levelValue(part, reference, catalog)))
  const determination = determinationOf(catalog, reference, level.determined)
  if (determination === undefined)
    return { known: false, missing: `determination ${reference.agreement} stage ${reference.stage}` }
  const { value, source } = determination
  return { known: true, value, shown: showDecimal(value, level.determined.decimals), source }
}

const leastOf = (levels: readonly LevelValue[]): LevelValue =>
  levels.reduce((least, level) => {
    if (!least.known) return least
    if (!level.known) return level
    return compare(level.value, least.value) < 0 ? level : least
  })
