import { parseRule, sha256 } from '#agreements/parse-rule.ts'
import type { Rule, RuleReference } from '#domain/agreement/rule.ts'
import type { Text } from '#schemas/text.ts'
import { otherRule, ruleNotRead } from './words.ts'

/** The rule that a receipt names, from the bytes of its file; or why they are not it. */
export type NamedRule =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly deviations: readonly Text[] }

/** Reads a rule file whose SHA-256 must be the one that a receipt names. */
export const readNamedRule = (bytes: Uint8Array, named: RuleReference): NamedRule => {
  const digest = sha256(bytes)
  if (digest !== named.sha256) return { ok: false, deviations: [otherRule(versionName(named), named.sha256, digest)] }
  const parsed = parseRule(bytes, named.version)
  return parsed.ok ? parsed : { ok: false, deviations: parsed.faults.map(({ reason }) => ruleNotRead(reason)) }
}

/** A rule version as people call it. */
export const versionName = ({ agreement, stage, version }: RuleReference): string => `${agreement} ${stage}.${version}`
