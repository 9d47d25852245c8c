import { createHash } from 'node:crypto'
import type { Rule } from '#domain/agreement/rule.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'
import { compileRule } from './compile-rule.ts'
import { ruleFaults } from './rule-faults.ts'
import { type FileFault, type Path, type Place, parseYaml } from './yaml-document.ts'

/** A rule file's text as a rule; or every fault in it, each at its line. */
export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule; readonly placeOf: (path: Path) => Place }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** Parses one version of a stage from its YAML; the version number is given from outside. */
export const parseRule = (yaml: string, version: string): ParsedRule => {
  const parsed = parseYaml(yaml, ruleFile)
  if (!parsed.ok) return parsed
  const { content, placeOf } = parsed
  const faults = ruleFaults(content)
  if (faults.length > 0)
    return { ok: false, faults: faults.map(({ path, message }) => ({ ...placeOf(path), message })) }
  const { agreement, stage } = content
  return { ok: true, rule: compileRule(content, { agreement, stage, version, sha256: sha256(yaml) }), placeOf }
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
