import type { Catalog, DayAmount, Determination } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { parseDecimal } from '#domain/money/decimal.ts'
import { parseOre } from '#domain/money/ore.ts'
import { formula } from '#schemas/rule-file/model.ts'
import { type Declaration, isDeclared } from '#store/declaration.ts'
import type { Publications, RuleReads } from '#store/rule-store.ts'
import { isPublished, type RuleVersion } from '#store/rule-version.ts'
import { parseDayAmounts } from './parse-day-amounts.ts'
import { parseRule } from './parse-rule.ts'
import { byVersion, nameOf, once, publishedText } from './published-text.ts'

/**
 * The catalog as it is published now, or as it was known at an instant: which versions exist is read each time, what they
 * say only once.
 */
export type LoadCatalog = (asOf?: string) => Promise<Catalog>

/** Reads a version that is stored, published or not. */
export type LoadRule = (version: RuleVersion) => Promise<Rule>

export const catalogLoader = (store: RuleReads, load: LoadRule = ruleLoader(store)): LoadCatalog => {
  const dayAmounts = new Map<string, Promise<readonly DayAmount[]>>()
  return async (asOf) => {
    const { versions, declarations } = await store.publications()
    const published = versions.filter((version) => isPublished(version, asOf))
    const newestAmounts = published
      .filter(({ kind }) => kind === 'day-amounts')
      .sort(byVersion)
      .at(-1)
    const national =
      newestAmounts === undefined
        ? []
        : await once(dayAmounts, newestAmounts, () => loadDayAmounts(store, newestAmounts))
    return {
      ...declaredIn(declarations, asOf, national),
      rules: await Promise.all(published.filter(isRule).map(load)),
      pending: await Promise.all(versions.filter((version) => isRule(version) && isPending(version, asOf)).map(load)),
    }
  }
}

/** A loader of rules that parses each version's bytes once; others are let in before each. */
export const ruleLoader = (store: RuleReads, yieldNow: () => Promise<void> = async () => {}): LoadRule => {
  const rules = new Map<string, Promise<Rule>>()
  const takeTurn = turns(yieldNow)
  return (version) => once(rules, version, () => loadRule(store, version, takeTurn))
}

/** Several wait for each other, so that others are let in between any two of them. */
const turns = (yieldNow: () => Promise<void>): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(yieldNow)
    return last
  }
}

const isRule = ({ kind }: RuleVersion): boolean => kind === 'rule'

/** Uploaded, and by then neither signed nor withdrawn. */
const isPending = ({ status, uploaded, publishedAt, withdrawnAt }: RuleVersion, asOf: string | undefined): boolean => {
  if (uploaded === undefined || asOf === undefined) return status === 'draft'
  return uploaded.at <= asOf && [publishedAt, withdrawnAt].every((at) => at === undefined || asOf < at)
}

const declaredIn = (
  declarations: Publications['declarations'],
  asOf: string | undefined,
  national: readonly DayAmount[],
): Omit<Catalog, 'rules' | 'pending'> => {
  const made = declarations.filter((declaration) => isDeclared(declaration, asOf))
  return {
    events: made.filter((declared) => declared.kind === 'event'),
    determinations: made.filter((declared) => declared.kind === 'determination').map(determinationFrom),
    dayAmounts: [
      ...made
        .filter((declared) => declared.kind === 'day-amount')
        .toReversed()
        .map(amountFrom),
      ...national,
    ],
  }
}

const determinationFrom = (made: Extract<Declaration, { kind: 'determination' }>): Determination => ({
  agreement: made.agreement,
  stage: made.stage,
  formula: formula.parse(JSON.parse(made.formula)),
  value: parseDecimal(made.value),
  source: `snapshot ${made.snapshot}`,
})

/** Of a year declared twice the later stands first, and so is the one that is found. */
const amountFrom = ({ year, amount, source, region }: Extract<Declaration, { kind: 'day-amount' }>): DayAmount => ({
  year,
  ore: parseOre(amount),
  source,
  region,
})

const loadRule = async (store: RuleReads, file: RuleVersion, takeTurn: () => Promise<void>): Promise<Rule> => {
  const text = await publishedText(store, file)
  await takeTurn()
  const parsed = parseRule(text, file.version)
  if (!parsed.ok) throw new Error(`A published rule file cannot be read: ${nameOf(file)}`)
  if (parsed.rule.reference.sha256 !== file.sha256)
    throw new Error(`A published rule file has changed: ${nameOf(file)}`)
  return parsed.rule
}

const loadDayAmounts = async (store: RuleReads, file: RuleVersion): Promise<readonly DayAmount[]> => {
  const parsed = parseDayAmounts(await publishedText(store, file))
  if (!parsed.ok) throw new Error(`The published day amounts cannot be read: version ${file.version}`)
  return parsed.dayAmounts
}
