import type { DayAmount } from '#domain/agreement/catalog.ts'
import { parseOre } from '#domain/money/ore.ts'
import { dayAmountsFile } from '#schemas/rule-file/day-amounts.ts'
import { type FileFault, type Found, inWords } from './faults/file-fault.ts'
import { parseYaml } from './yaml/yaml-document.ts'

/** The national day amounts of a file; or every fault in it, each at its line. */
export type ParsedDayAmounts =
  | { readonly ok: true; readonly dayAmounts: readonly DayAmount[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

export const parseDayAmounts = (source: string | Uint8Array): ParsedDayAmounts => {
  const parsed = parseYaml(source, dayAmountsFile)
  if (!parsed.ok) return parsed
  const { years } = parsed.content
  const seen = new Set<number>()
  const doubled = years.flatMap(({ year }, index): readonly Found[] => {
    const path = ['years', index, 'year']
    if (seen.has(year)) return [{ path, place: parsed.placeOf(path), rule: 'year-doubled', details: { year } }]
    seen.add(year)
    return []
  })
  if (doubled.length > 0) return { ok: false, faults: inWords(doubled) }
  return {
    ok: true,
    dayAmounts: years.map(({ year, amount, source: from }) => ({ year, ore: parseOre(amount), source: from })),
  }
}
