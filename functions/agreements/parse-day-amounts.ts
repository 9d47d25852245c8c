import type { DayAmount } from '#domain/agreement/catalog.ts'
import { parseOre } from '#domain/money/ore.ts'
import { dayAmountsFile } from '#schemas/rule-file/day-amounts.ts'
import { type FileFault, parseYaml } from './yaml-document.ts'

/** The national day amounts of a file; or every fault in it, each at its line. */
export type ParsedDayAmounts =
  | { readonly ok: true; readonly dayAmounts: readonly DayAmount[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

export const parseDayAmounts = (yaml: string): ParsedDayAmounts => {
  const parsed = parseYaml(yaml, dayAmountsFile)
  if (!parsed.ok) return parsed
  const { years } = parsed.content
  const doubled = years.flatMap(({ year }, index) =>
    years.findIndex((other) => other.year === year) < index
      ? [{ ...parsed.placeOf(['years', index, 'year']), message: `${year} already has an amount` }]
      : [],
  )
  if (doubled.length > 0) return { ok: false, faults: doubled }
  return { ok: true, dayAmounts: years.map(({ year, amount, source }) => ({ year, ore: parseOre(amount), source })) }
}
