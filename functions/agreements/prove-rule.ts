import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { calendarFaults, faultName } from './calendar/calendar-faults.ts'
import { inForceFault } from './calendar/calendar-words.ts'
import { compileRule } from './compile-rule.ts'
import { actWarnings } from './faults/act-warnings.ts'
import { exampleFaults } from './faults/example-faults.ts'
import { type FileFault, type Found, inWords, type Path, type PathFault, type Place } from './faults/file-fault.ts'
import { parseRule, readRule, type VersionOf } from './parse-rule.ts'

/** What a rule file is proven beside: the rules of the catalog, the events declared, and whose agreement it is to be. */
export type Beside = {
  readonly rules: readonly Rule[]
  readonly events: Catalog['events']
  /** The region of the uploader and, of an upload, the agreement of the address; absent for files that nobody sends. */
  readonly expected?: { readonly agreement?: string; readonly region: string }
}

/** A rule that is proven sound, with what its signers are warned of; or every fault found, each at its line. */
export type Proof =
  | {
      readonly ok: true
      readonly rule: Rule
      readonly placeOf: (path: Path) => Place
      readonly warnings: readonly FileFault[]
    }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/**
 * Proves one version of a stage: its form, its own consistency and its examples, and that beside the other rules exactly one
 * rule applies to each county, care type and day. Only what this file is to blame for is a fault of its.
 */
export const proveRule = (source: string | Uint8Array, versionOf: VersionOf, beside: Beside): Proof => {
  const read = readRule(source, versionOf)
  if (!read.ok) return read
  const { file, reference, found, isComplete, own, placeOf, compile } = read
  // The calendar asks for no reading, so that it can be proven of a file whose readings give no model.
  const dated = compileRule({ ...file, openQuestions: [] }, reference)
  const besides = [...identityFaults(dated, beside), ...causedFaults(dated, beside)].flatMap(
    (fault) => own(fault) ?? [],
  )
  const ofText = [...read.faults, ...besides]
  const canRun = isComplete && read.faults.every(({ rule }) => DECIDES_NOTHING.has(rule))
  const rule = canRun ? compile() : undefined
  const faults = [...ofText, ...(rule === undefined ? [] : exampleFaults(rule))]
  if (rule === undefined || found.length > 0 || faults.length > 0)
    return { ok: false, faults: inWords([...found, ...placed(faults, placeOf)]) }
  return { ok: true, rule, placeOf, warnings: inWords(placed(actWarnings(rule), placeOf)) }
}

/** What the signers of a version are warned of, each at its line. */
export const warningsIn = (source: string, version: string): readonly FileFault[] => {
  const parsed = parseRule(source, version)
  return parsed.ok ? inWords(placed(actWarnings(parsed.rule), parsed.placeOf)) : []
}

/** Faults that change no figure, so that the examples can be run all the same. */
const DECIDES_NOTHING: ReadonlySet<PathFault['rule']> = new Set([
  'dangling-citation',
  'uncited-parameter',
  'more-signatories-than-parties',
  'municipality-doubled',
  'municipality-of-another-county',
  'parties-of-another-region',
])

const placed = (faults: readonly PathFault[], placeOf: (path: Path) => Place): readonly Found[] =>
  faults.map((fault) => ({ ...fault, place: placeOf(fault.path) }))

/** Names under which day amounts are kept, and the definitions of statistics. */
const RESERVED = /(^|-)day-amounts(-|$)|^national-/

const identityFaults = ({ file }: Rule, { rules, expected }: Beside): readonly PathFault[] => {
  const isTaken = rules.some((other) => other.file.agreement === file.agreement && other.file.county !== file.county)
  return [
    ...(isTaken ? [{ path: ['agreement'], rule: 'agreement-of-another-county' } as const] : []),
    ...(expected !== undefined && RESERVED.test(file.agreement)
      ? [{ path: ['agreement'], rule: 'agreement-reserved' } as const]
      : []),
    ...(expected?.agreement !== undefined && expected.agreement !== file.agreement
      ? [{ path: ['agreement'], rule: 'agreement-not-of-path' } as const]
      : []),
    ...(expected !== undefined && expected.region !== file.county
      ? [{ path: ['county'], rule: 'county-not-own', details: { county: expected.region } } as const]
      : []),
  ]
}

/** The holes and overlaps that are there with the rule and not without it. */
const causedFaults = (rule: Rule, { rules, events }: Beside): readonly PathFault[] => {
  const ofCounty = rules.filter(({ file }) => file.county === rule.file.county)
  const before = new Set(calendarFaults(ofCounty, events).map(faultName))
  return calendarFaults([...ofCounty, rule], events)
    .filter((fault) => !before.has(faultName(fault)))
    .map((fault) => inForceFault(fault, fault.rule === rule ? fault.other : fault.rule))
}
