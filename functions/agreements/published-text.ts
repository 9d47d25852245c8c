import type { RuleReads } from '#store/rule-store.ts'
import type { RuleVersion } from '#store/rule-version.ts'

/** The text of a version that is published; throws when it is not there. */
export const publishedText = async (store: Pick<RuleReads, 'text'>, file: RuleVersion): Promise<string> => {
  const text = await store.text(file)
  if (text === undefined) throw new Error(`A published file is missing: ${nameOf(file)}`)
  return text
}

/**
 * What a version says, loaded once: by hash and version, since the same bytes under another number are another version. A
 * failed load is tried again.
 */
export const once = <Value>(
  cache: Map<string, Promise<Value>>,
  file: RuleVersion,
  load: () => Promise<Value>,
): Promise<Value> => {
  const name = `${nameOf(file)} ${file.sha256}`
  const loading = cache.get(name) ?? load()
  cache.set(name, loading)
  loading.catch(() => cache.delete(name))
  return loading
}

/** What a version is called in a fault: `stockholm-somatic 2.1`. */
export const nameOf = ({ agreement, stage, version }: RuleVersion): string => `${agreement} ${stage}.${version}`

/** The order of the numbers of versions, the newest last. */
export const byVersion = (a: RuleVersion, b: RuleVersion): number => Number(a.version) - Number(b.version)
