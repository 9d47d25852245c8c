import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import type { FileFaultRule, Path } from '#agreements/faults/file-fault.ts'

/** Something that YAML allows and the rule language does not, at an offset of the text. */
export type Strange = {
  readonly offset: number
  readonly path: Path
  readonly rule: FileFaultRule
  readonly first?: number
}

/** What a document says as plain values, and everything in it that is outside the language. */
export const plainValueOf = (
  document: Document.Parsed,
): { readonly value: unknown; readonly strange: readonly Strange[] } => {
  const strange: Strange[] = []
  const value = plain(document.contents, [], strange)
  return { value, strange }
}

const plain = (node: unknown, path: Path, strange: Strange[]): unknown => {
  if (!isNode(node)) return node ?? null
  const offset = startOf(node) ?? 0
  if (isAlias(node)) {
    strange.push({ offset, path, rule: 'alias' })
    return null
  }
  if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined)
    strange.push({ offset, path, rule: 'anchor' })
  if (node.tag !== undefined) strange.push({ offset, path, rule: 'tag' })
  if (isSeq(node)) return node.items.map((item, index) => plain(item, [...path, index], strange))
  if (isMap(node)) return plainMap(node, path, strange)
  return isScalar(node) ? node.value : null
}

const plainMap = (map: YAMLMap, path: Path, strange: Strange[]): unknown => {
  const content: Record<string, unknown> = {}
  const seen = new Map<string, number>()
  for (const pair of map.items) {
    const offset = startOf(pair.key) ?? startOf(map) ?? 0
    const name = keyOf(pair)
    if (name === undefined) {
      strange.push({ offset, path, rule: 'complex-key' })
      continue
    }
    const inside = [...path, name]
    const first = seen.get(name)
    if (isNode(pair.key) && 'anchor' in pair.key && pair.key.anchor !== undefined)
      strange.push({ offset, path: inside, rule: 'anchor' })
    if (isNode(pair.key) && pair.key.tag !== undefined) strange.push({ offset, path: inside, rule: 'tag' })
    if (name === '<<') strange.push({ offset, path: inside, rule: 'merge-key' })
    else if (first !== undefined) strange.push({ offset, path: inside, rule: 'duplicate-key', first })
    seen.set(name, first ?? offset)
    const value = plain(pair.value, inside, strange)
    // What stands first is what the rest of the file is held against; `__proto__` must become a key like any other.
    if (first === undefined && name !== '<<')
      Object.defineProperty(content, name, { value, writable: true, enumerable: true, configurable: true })
  }
  return content
}

/** The name that a pair gives its value; undefined when the key is more than one word. */
export const keyOf = ({ key }: Pair): string | undefined => (isScalar(key) ? String(key.value) : undefined)

/** Where a node begins in the text. */
export const startOf = (node: unknown): number | undefined =>
  isNode(node) ? (node.range?.[0] ?? undefined) : undefined
