import type { LoadCatalog } from '#agreements/load-catalog.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { showDecimal } from '#domain/money/decimal.ts'
import { exactly } from '#domain/money/fraction.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import type { MadeDetermination } from '#store/declaration.ts'
import type { DisposalReads } from '#store/disposal-store.ts'
import type { RuleStore } from '#store/rule-store.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import { changeRules, type Intent } from './change-rules.ts'
import { formulaOf, measureLevel, monthsIn } from './measure-level.ts'

/** What determining works with. */
export type Determining = {
  readonly rules: RuleStore
  readonly catalog: LoadCatalog
  readonly unitMonths: Pick<UnitMonthStore, 'ofRegion'>
  readonly disposals: Pick<DisposalReads, 'isDisposed'>
  readonly now: () => string
}

/** Which level, for which region, by whom; what is not known is left out only with a reason. */
export type DeterminationRequest = {
  readonly agreement: string
  readonly stage: string
  readonly region: string
  readonly by: string
  readonly preview: boolean
  readonly leaveOutUndetermined: string | undefined
}

/** Why a level cannot be determined. */
export type NotDeterminable =
  | 'nothing-to-determine'
  | 'period-not-over'
  | 'documents-disposed-of'
  | 'no-episodes'
  | 'undetermined-episodes'
  | 'already-determined'

/** What became of a determination. */
export type Determined =
  | { readonly result: 'determined' | 'preview'; readonly determination: MadeDetermination }
  | { readonly result: 'unknown' }
  | { readonly result: 'refused'; readonly because: NotDeterminable; readonly undetermined?: number }

/** Determines the level of a stage once, from what is stored now; it is never changed afterwards. */
export const determine = (
  { rules, catalog, unitMonths, disposals, now }: Determining,
  { agreement, stage, region, by, preview, leaveOutUndetermined }: DeterminationRequest,
): Promise<Determined> =>
  changeRules(rules, async ({ declarations }): Promise<Intent<Determined>> => {
    const published = await catalog()
    const own = published.rules.filter(
      ({ reference, file }) => reference.agreement === agreement && file.county === region,
    )
    if (own.length === 0) return { answer: { result: 'unknown' } }
    const formula = own
      .filter(({ reference }) => reference.stage === stage)
      .map(formulaOf)
      .findLast(isThere)
    const refused = (because: NotDeterminable, undetermined?: number) =>
      ({ answer: { result: 'refused', because, ...(undetermined === undefined ? {} : { undetermined }) } }) as const
    if (formula === undefined) return refused('nothing-to-determine')
    const key = canonicalJson(formula)
    const isMade = declarations.some(
      (made) =>
        made.kind === 'determination' && made.agreement === agreement && made.stage === stage && made.formula === key,
    )
    if (isMade) return refused('already-determined')
    const at = now()
    if (dateOf(civilTimeOf(at)) <= formula.until) return refused('period-not-over')
    for (const month of monthsIn(formula))
      if (await disposals.isDisposed(region, month)) return refused('documents-disposed-of')
    const { level, snapshot, undetermined } = await measureLevel(
      { catalog: published, unitMonths },
      agreement,
      region,
      formula,
    )
    if (level === undefined) return refused('no-episodes')
    if (undetermined > 0 && leaveOutUndetermined === undefined) return refused('undetermined-episodes', undetermined)
    const determination: MadeDetermination = {
      kind: 'determination',
      agreement,
      stage,
      formula: key,
      value: showDecimal(level.rounded, formula.decimals),
      exact: exactly(level.value),
      episodes: level.episodes,
      readyDays: level.readyDays,
      ...(undetermined > 0 ? { leftOut: undetermined, leftOutReason: leaveOutUndetermined } : {}),
      snapshot,
      by,
      at,
    }
    if (preview) return { answer: { result: 'preview', determination } }
    const line = {
      at,
      act: 'level-determined',
      by,
      party: `region ${region}`,
      stage,
      note: `${determination.value}; snapshot ${snapshot}`,
    } as const
    return {
      change: { agreement, declaration: determination, history: [line] },
      answer: { result: 'determined', determination },
    }
  })

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined
