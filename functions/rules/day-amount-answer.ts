import type { DayAmount } from '#domain/agreement/catalog.ts'
import { showOre } from '#domain/money/ore.ts'
import type { DeclaredDayAmount } from '#store/declaration.ts'

/** A day amount that a region has declared, as the API writes it. */
export const ownDayAmount = (declared: DeclaredDayAmount, isReplaced: boolean) => ({
  region: declared.region,
  year: declared.year,
  amount: declared.amount,
  source: declared.source,
  confidence: declared.confidence,
  declaredBy: declared.by,
  declaredAt: declared.at,
  isReplaced,
})

/** A day amount that is published for the whole country. */
export const nationalDayAmount = ({ year, ore, source }: DayAmount) => ({
  region: null,
  year,
  amount: showOre(ore),
  source,
  confidence: null,
  declaredBy: null,
  declaredAt: null,
  isReplaced: false,
})
