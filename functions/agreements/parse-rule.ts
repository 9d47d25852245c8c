import { createHash } from 'node:crypto'
import type { Rule, RuleReference } from '#domain/agreement/rule.ts'
import { type RuleFile, ruleFile } from '#schemas/rule-file/rule-file.ts'
import { compileRule } from './compile-rule.ts'
import { type FileFault, inWords, type Path, type PathFault, type Place } from './file-fault.ts'
import { ruleFaults } from './rule-faults.ts'
import { parseYaml } from './yaml-document.ts'

/** A rule file's text as a rule; or every fault in it, each at its line. */
export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule; readonly placeOf: (path: Path) => Place }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** Parses one version of a stage from its YAML; the version number is given from outside. */
export const parseRule = (source: string | Uint8Array, version: string): ParsedRule => {
  const read = readRule(source, () => version)
  if (!read.ok) return read
  const { faults, compile, placeOf } = read
  if (faults.length > 0)
    return { ok: false, faults: inWords(faults.map((fault) => ({ ...fault, place: placeOf(fault.path) }))) }
  return { ok: true, rule: compile(), placeOf }
}

/** A rule file that its schema accepts, with what its parts have against each other; it may be compiled when that is nothing. */
export type ReadRule =
  | {
      readonly ok: true
      readonly file: RuleFile
      readonly reference: RuleReference
      readonly faults: readonly PathFault[]
      readonly compile: () => Rule
      readonly placeOf: (path: Path) => Place
    }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** The number of the version that a file is, told by its stage. */
export type VersionOf = (stage: string) => string

/** Reads one version of a stage without refusing it for faults between its parts. */
export const readRule = (source: string | Uint8Array, versionOf: VersionOf): ReadRule => {
  const parsed = parseYaml(source, ruleFile)
  if (!parsed.ok) return parsed
  const { content: file, text, placeOf } = parsed
  const { agreement, stage } = file
  const reference = { agreement, stage, version: versionOf(stage), sha256: sha256(text) }
  return { ok: true, file, reference, faults: ruleFaults(file), compile: () => compileRule(file, reference), placeOf }
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
