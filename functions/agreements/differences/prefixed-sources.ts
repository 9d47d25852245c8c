import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Content } from './file-part.ts'

/** A rule file whose sources, and all citations of them, bear other names: its parts can then stand beside another's. */
export const withPrefixedSources = (file: RuleFile): Content => ({
  ...withPrefixedCitations(file),
  sources: file.sources.map((source) => ({ ...source, id: PREFIX + source.id })),
  cites: Object.fromEntries(Object.entries(file.cites).map(([path, citation]) => [path, PREFIX + citation])),
})

const PREFIX = 'predecessor-'

const withPrefixedCitations = (value: object): Content =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, prefixed(key, part)]))

const prefixed = (key: string, part: unknown): unknown => {
  if ((key === 'cites' || key === 'paragraph') && typeof part === 'string') return PREFIX + part
  if (Array.isArray(part)) return part.map((item) => prefixed('', item))
  return typeof part === 'object' && part !== null ? withPrefixedCitations(part) : part
}
