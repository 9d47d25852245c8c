import type { DeclaredDayAmount } from '#store/declaration.ts'
import type { RuleStore } from '#store/rule-store.ts'
import { changeRules, type Intent } from './change-rules.ts'

/** Under which name the history of a region's own day amounts is kept. */
export const dayAmountsOf = (region: string): string => `day-amounts-${region}`

/** Declares what a care day costs at a region's hospitals in a year; a later declaration replaces an earlier one from then on. */
export const declareDayAmount = (
  { rules, now }: { readonly rules: RuleStore; readonly now: () => string },
  declared: Omit<DeclaredDayAmount, 'kind' | 'edition' | 'at'>,
): Promise<{ readonly result: 'declared' | 'unchanged'; readonly amount: DeclaredDayAmount }> =>
  changeRules(
    rules,
    async ({ declarations }): Promise<Intent<{ result: 'declared' | 'unchanged'; amount: DeclaredDayAmount }>> => {
      const { region, year } = declared
      const last = declarations
        .filter((made) => made.kind === 'day-amount')
        .findLast((made) => made.region === region && made.year === year)
      if (last !== undefined && isSame(last, declared)) return { answer: { result: 'unchanged', amount: last } }
      const at = now()
      const amount: DeclaredDayAmount = { kind: 'day-amount', ...declared, edition: (last?.edition ?? 0) + 1, at }
      const line = {
        at,
        act: 'day-amount-declared',
        by: declared.by,
        party: `region ${region}`,
        note: `${year}: ${declared.amount} SEK; ${declared.source}`,
      } as const
      return {
        change: { agreement: dayAmountsOf(region), declaration: amount, history: [line] },
        answer: { result: 'declared', amount },
      }
    },
  )

const isSame = (
  a: Omit<DeclaredDayAmount, 'kind' | 'edition' | 'at'>,
  b: Omit<DeclaredDayAmount, 'kind' | 'edition' | 'at'>,
): boolean => a.amount === b.amount && a.source === b.source && a.confidence === b.confidence
