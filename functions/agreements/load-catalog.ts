import type { Catalog, DayAmount } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { fraction } from '#domain/money/fraction.ts'
import type { PublishedFile, RuleReads } from '#store/rule-store.ts'
import { parseDayAmounts } from './parse-day-amounts.ts'
import { parseRule } from './parse-rule.ts'

/** The catalog as it is published now: which versions exist is read each time, what they say only once. */
export type LoadCatalog = () => Promise<Catalog>

export const catalogLoader = (store: RuleReads): LoadCatalog => {
  const rules = new Map<string, Promise<Rule>>()
  const dayAmounts = new Map<string, Promise<readonly DayAmount[]>>()
  return async () => {
    const { files, declarations } = await store.publications()
    const newestAmounts = files
      .filter(({ kind }) => kind === 'day-amounts')
      .sort(byVersion)
      .at(-1)
    return {
      rules: await Promise.all(
        files.filter(({ kind }) => kind === 'rule').map((file) => once(rules, file, () => loadRule(store, file))),
      ),
      dayAmounts:
        newestAmounts === undefined
          ? []
          : await once(dayAmounts, newestAmounts, () => loadDayAmounts(store, newestAmounts)),
      events: declarations.filter((declared) => declared.kind === 'event'),
      determinations: declarations
        .filter((declared) => declared.kind === 'determination')
        .map(({ agreement, stage, value, source }) => ({ agreement, stage, value: parseFraction(value), source })),
    }
  }
}

const byVersion = (a: PublishedFile, b: PublishedFile): number => Number(a.version) - Number(b.version)

/** By hash and version: the same bytes under another version number are another rule. A failed load is tried again. */
const once = <Value>(
  cache: Map<string, Promise<Value>>,
  { agreement, stage, version, sha256 }: PublishedFile,
  load: () => Promise<Value>,
): Promise<Value> => {
  const name = `${agreement} ${stage}.${version} ${sha256}`
  const loading = cache.get(name) ?? load()
  cache.set(name, loading)
  loading.catch(() => cache.delete(name))
  return loading
}

const loadRule = async (store: RuleReads, file: PublishedFile): Promise<Rule> => {
  const parsed = parseRule(await textOf(store, file), file.version)
  if (!parsed.ok)
    throw new Error(`A published rule file cannot be read: ${file.agreement} ${file.stage}.${file.version}`)
  if (parsed.rule.reference.sha256 !== file.sha256)
    throw new Error(`A published rule file has changed: ${file.agreement} ${file.stage}.${file.version}`)
  return parsed.rule
}

const loadDayAmounts = async (store: RuleReads, file: PublishedFile): Promise<readonly DayAmount[]> => {
  const parsed = parseDayAmounts(await textOf(store, file))
  if (!parsed.ok) throw new Error(`The published day amounts cannot be read: version ${file.version}`)
  return parsed.dayAmounts
}

const textOf = async (store: RuleReads, file: PublishedFile): Promise<string> => {
  const text = await store.text(file)
  if (text === undefined)
    throw new Error(`A published file is missing: ${file.agreement} ${file.stage}.${file.version}`)
  return text
}

const parseFraction = (value: string) => {
  const [n = '0', d = '1'] = value.split('/')
  return fraction(BigInt(n), BigInt(d))
}
