import { createHash } from 'node:crypto'
import type { Rule } from '#domain/agreement/rule.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'
import { compileRule } from './compile-rule.ts'
import { type FileFault, inWords, type Path, type Place } from './file-fault.ts'
import { ruleFaults } from './rule-faults.ts'
import { parseYaml } from './yaml-document.ts'

/** A rule file's text as a rule; or every fault in it, each at its line. */
export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule; readonly placeOf: (path: Path) => Place }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** Parses one version of a stage from its YAML; the version number is given from outside. */
export const parseRule = (source: string | Uint8Array, version: string): ParsedRule => {
  const parsed = parseYaml(source, ruleFile)
  if (!parsed.ok) return parsed
  const { content, text, placeOf } = parsed
  const faults = ruleFaults(content)
  if (faults.length > 0)
    return { ok: false, faults: inWords(faults.map((fault) => ({ ...fault, place: placeOf(fault.path) }))) }
  const { agreement, stage } = content
  return { ok: true, rule: compileRule(content, { agreement, stage, version, sha256: sha256(text) }), placeOf }
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
