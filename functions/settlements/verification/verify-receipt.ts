import type { Rule } from '#domain/agreement/rule.ts'
import type { ExportedStay, Receipt } from '#schemas/settlement.ts'
import type { Text } from '#schemas/text.ts'
import { inOrder, merkleRoot } from '../merkle.ts'
import { jsonDifferences } from './json-differences.ts'
import { matchExport } from './match-export.ts'
import { readNamedRule, versionName } from './read-named-rule.ts'
import { readReceipt } from './read-receipt.ts'
import { rebuildReceipt } from './rebuild-receipt.ts'
import { stepDeviations } from './recompute-steps.ts'
import {
  entryDoubled,
  exportHolds,
  noSuchLiability,
  partDiffers,
  receiptHolds,
  rootDiffers,
  ruleHolds,
  sameAgain,
} from './words.ts'

/** What a receipt is verified from: its bytes alone, or with those of its export and of its rule file. */
export type Evidence = {
  readonly receipt: Uint8Array
  readonly behind?: { readonly stays: Uint8Array; readonly rule: Uint8Array }
}

/** What holds of a receipt, and all that does not: it is verified when nothing deviates. */
export type Verification = {
  readonly receipt?: Receipt
  readonly holds: readonly Text[]
  readonly deviations: readonly Text[]
}

/** Computes a receipt again from nothing but its files. */
export const verifyReceipt = ({ receipt: bytes, behind }: Evidence): Verification => {
  const read = readReceipt(bytes)
  if (!read.ok) return { holds: [], deviations: read.deviations }
  const { receipt, text } = read
  const form = [...read.deviations, ...manifestDeviations(receipt)]
  const steps = stepDeviations(receipt)
  const itself = part([...form, ...steps], receiptHolds(receipt.manifest.entries.length, receipt.steps.length))
  if (behind === undefined) return { receipt, ...itself }
  const named = receipt.liability.rule
  if (named === null) return { receipt, holds: [], deviations: [...itself.deviations, noSuchLiability([])] }
  const matched = matchExport(behind.stays, receipt.manifest)
  const rule = readNamedRule(behind.rule, named)
  // From other stays or another rule anything could come.
  const anew = rule.ok && matched.deviations.length === 0 ? again(receipt, text, rule.rule, matched.stays) : NOTHING
  const parts = [
    // What the figures should be says more than what follows, step by step, from one that is wrong.
    anew.deviations.length > 0 ? { ...itself, deviations: form } : itself,
    part(matched.deviations, exportHolds(matched.stays.length)),
    part(rule.ok ? [] : rule.deviations, ruleHolds(versionName(named))),
    anew,
  ]
  return {
    receipt,
    holds: parts.flatMap(({ holds }) => holds),
    deviations: distinct(parts.flatMap(({ deviations }) => deviations)),
  }
}

type Part = Pick<Verification, 'holds' | 'deviations'>

const NOTHING: Part = { holds: [], deviations: [] }

const part = (deviations: readonly Text[], holds: Text): Part =>
  deviations.length === 0 ? { holds: [holds], deviations } : { holds: [], deviations }

const manifestDeviations = ({ id, liability, manifest: { root, entries } }: Receipt): readonly Text[] => {
  const written = entries.map(([episode, revision, sha256]) => ({ episode, revision, sha256 }))
  const computed = merkleRoot(written)
  return [
    ...jsonDifferences({ id }, { id: liability.id }).map(partDiffers),
    ...(computed === root ? [] : [rootDiffers(root, computed)]),
    ...[...Map.groupBy(written, ({ episode }) => episode)]
      .filter(([, revisions]) => revisions.length > 1)
      .map(([episode]) => entryDoubled(episode)),
    ...jsonDifferences(written, inOrder(written), 'manifest.entries').map(partDiffers),
  ]
}

const again = (receipt: Receipt, text: string, rule: Rule, stays: readonly ExportedStay[]): Part => {
  const rebuilt = rebuildReceipt(receipt, rule, stays)
  if (!rebuilt.ok) return { holds: [], deviations: rebuilt.deviations }
  if (rebuilt.text === text) return { holds: [sameAgain], deviations: [] }
  return { holds: [], deviations: jsonDifferences(JSON.parse(text), JSON.parse(rebuilt.text)).map(partDiffers) }
}

const distinct = (texts: readonly Text[]): readonly Text[] => [
  ...new Map(texts.map((text) => [text.en, text])).values(),
]
