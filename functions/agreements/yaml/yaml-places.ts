import { type Document, isMap, isSeq, type YAMLMap } from 'yaml'
import type { Path } from '#agreements/faults/file-fault.ts'
import { keyOf, startOf } from './yaml-value.ts'

/** Where each part of a document begins in its text: its key, or its value in a list; the nearest parent's when it is missing. */
export const offsetsIn = (document: Document.Parsed): ((path: Path) => number) => {
  const pairs = new Map<YAMLMap, ReadonlyMap<string, YAMLMap['items'][number]>>()
  const pairsOf = (map: YAMLMap) => {
    // Of two with the same name the first is meant, as when the file is read.
    const known = pairs.get(map) ?? new Map(map.items.toReversed().map((pair) => [keyOf(pair) ?? '', pair]))
    pairs.set(map, known)
    return known
  }
  return (path) => {
    let node: unknown = document.contents
    let offset = startOf(node) ?? 0
    for (const step of path) {
      const pair = isMap(node) ? pairsOf(node).get(String(step)) : undefined
      const next = pair?.value ?? (isSeq(node) ? node.items[Number(step)] : undefined)
      const start = startOf(pair?.key) ?? startOf(next)
      if (start === undefined) return offset
      offset = start
      node = next
    }
    return offset
  }
}
