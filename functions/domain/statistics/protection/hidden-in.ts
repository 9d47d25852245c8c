import { firstDisclosure } from './disclosure.ts'
import { type History, historyOf } from './history.ts'
import { nextToHide } from './next-to-hide.ts'
import type { EarlierPattern, ProtectedNode } from './protected-node.ts'
import { viewOf } from './view.ts'

/**
 * The names of the rows of a block to be hidden, so that every hidden count is uncertain by at least the threshold to everyone
 * but those whose own it is, whoever compares the revisions of the month too. An atom that is zero in the root is zero in every
 * row, and to be shown so wherever the root is. Undefined where no such choice is found, or where a row that was hidden is not
 * in the tree (it stays, with zeros, when nothing is left of it): then nothing new may be published.
 */
export const hiddenIn = (
  root: ProtectedNode,
  { threshold }: { readonly threshold: number },
  earlier: readonly EarlierPattern[],
): ReadonlySet<string> | undefined => {
  // Who takes what has not changed between revisions to be the same, and who reads this revision alone.
  const histories = [...(earlier.length === 0 ? [] : [historyOf(root, earlier)]), historyOf(root, [])]
  const must = new Set([...smallIn(root, threshold), ...earlier.flatMap(hiddenOf)])
  // A row that was hidden and is there no more would be shown to be zero: then what it was is the difference of two totals.
  const there = new Set(histories.flatMap(({ rows }) => rows.map(({ name }) => name)))
  if ([...must].some((name) => !there.has(name))) return undefined
  const enough = protect(histories, threshold, must)
  return enough && withoutNeedless(histories, threshold, must, enough)
}

const protect = (
  histories: readonly History[],
  threshold: number,
  hidden: ReadonlySet<string>,
): ReadonlySet<string> | undefined => {
  for (const history of histories) {
    const view = viewOf(history, hidden)
    const disclosure = firstDisclosure(view, threshold)
    if (disclosure === undefined) continue
    const next = nextToHide(disclosure, view, hidden)
    return next === undefined ? undefined : protect(histories, threshold, new Set([...hidden, next]))
  }
  return hidden
}

/** What was hidden first may not be needed beside what was hidden after it; the last is tried first. */
const withoutNeedless = (
  histories: readonly History[],
  threshold: number,
  must: ReadonlySet<string>,
  enough: ReadonlySet<string>,
): ReadonlySet<string> => {
  let hidden = enough
  for (const name of [...enough].toReversed()) {
    const fewer = new Set([...hidden].filter((other) => other !== name))
    if (!must.has(name) && isSafe(histories, threshold, fewer)) hidden = fewer
  }
  return hidden
}

const isSafe = (histories: readonly History[], threshold: number, hidden: ReadonlySet<string>): boolean =>
  histories.every((history) => firstDisclosure(viewOf(history, hidden), threshold) === undefined)

const smallIn = (node: ProtectedNode, threshold: number): readonly string[] => {
  const isSmall = [...node.atoms, ...node.cells].some((count) => count > 0 && count < threshold)
  const isSensitive = node.sensitive === true && node.atoms.some((atom) => atom > 0)
  return [
    ...(isSmall || isSensitive ? [node.name] : []),
    ...node.children.flatMap((child) => smallIn(child, threshold)),
  ]
}

const hiddenOf = (pattern: EarlierPattern): readonly string[] =>
  [...pattern].flatMap(([name, { hidden }]) => (hidden ? [name] : []))
