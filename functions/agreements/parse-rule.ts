import { createHash } from 'node:crypto'
import type { Rule, RuleReference } from '#domain/agreement/rule.ts'
import { type RuleFile, ruleFile } from '#schemas/rule-file/rule-file.ts'
import { compileRule } from './compile-rule.ts'
import { type FileFault, type Found, inWords, type Path, type PathFault, type Place } from './faults/file-fault.ts'
import { ruleFaults } from './faults/rule-faults.ts'
import { type SoundParts, soundParts } from './sound-parts.ts'
import { parseYaml, type ReadContent } from './yaml/yaml-document.ts'

/** A rule file's text as a rule; or every fault in it, each at its line. */
export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule; readonly placeOf: (path: Path) => Place }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** Parses one version of a stage from its YAML; the version number is given from outside. */
export const parseRule = (source: string | Uint8Array, version: string): ParsedRule => {
  const read = readRule(source, () => version)
  if (!read.ok) return read
  const { found, faults, compile, placeOf } = read
  const all = [...found, ...faults.map((fault) => ({ ...fault, place: placeOf(fault.path) }))]
  if (all.length > 0) return { ok: false, faults: inWords(all) }
  return { ok: true, rule: compile(), placeOf }
}

/** A rule file, with all that is wrong with its form and between its parts; it may be compiled when that is nothing. */
export type ReadRule =
  | {
      readonly ok: true
      readonly file: RuleFile
      readonly reference: RuleReference
      /** What is wrong with its form; neutral words then stand in `file` for the parts that are not sound. */
      readonly found: readonly Found[]
      /** Whether all that decides is sound in form, so that the examples can be run. */
      readonly isComplete: boolean
      /** What its parts have against each other. */
      readonly faults: readonly PathFault[]
      /** A further fault found in `file` as one of the text's own; undefined where neutral words made it. */
      readonly own: (fault: PathFault) => PathFault | undefined
      readonly compile: () => Rule
      readonly placeOf: (path: Path) => Place
    }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** The number of the version that a file is, told by its stage. */
export type VersionOf = (stage: string) => string

/** Reads one version of a stage without refusing it for faults between its parts. */
export const readRule = (source: string | Uint8Array, versionOf: VersionOf): ReadRule => {
  const parsed = parseYaml(source, ruleFile)
  if (parsed.ok)
    return readFrom({ ...parsed, file: parsed.content, found: [], isComplete: true, own: asItIs }, versionOf)
  const sound = soundPartsOf(parsed.read)
  return sound === undefined ? parsed : readFrom(sound, versionOf)
}

type Sound = SoundParts & Pick<ReadContent, 'text' | 'found' | 'placeOf'>

const readFrom = ({ file, text, own, ...sound }: Sound, versionOf: VersionOf): ReadRule => {
  const { agreement, stage } = file
  const reference = { agreement, stage, version: versionOf(stage), sha256: sha256(text) }
  const faults = ruleFaults(file).flatMap((fault) => own(fault) ?? [])
  return { ok: true, file, reference, faults, own, ...sound, compile: () => compileRule(file, reference) }
}

const asItIs = (fault: PathFault): PathFault => fault

const soundPartsOf = (read: ReadContent | undefined): Sound | undefined => {
  const parts = read === undefined ? undefined : soundParts(read.content, read.refused)
  return read === undefined || parts === undefined ? undefined : { ...read, ...parts }
}

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
