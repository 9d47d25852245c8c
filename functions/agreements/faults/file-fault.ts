import type { Language, Text } from '#schemas/text.ts'
import { type FileFaultRule, faultTexts } from './fault-texts.ts'
import { isSchemaName } from './schema-names.ts'

export type { FileFaultRule } from './fault-texts.ts'

/** Where a part of a file stands: line and column, both from 1. */
export type Place = { readonly line: number; readonly column: number }

/** The way to a part of a file: names and indexes. */
export type Path = readonly PropertyKey[]

/** What a fault says beyond its rule: figures, dates, names of the rule language; never what the file holds. */
export type Details = Readonly<Record<string, string | number | Text>>

/** Something wrong with a part of a file, by its path, before it has its place and its words. */
export type PathFault = {
  readonly path: Path
  readonly rule: FileFaultRule
  readonly details?: Details | (() => Details)
}

/** Something wrong at a place of a file, before it has its words. */
export type Found = Omit<PathFault, 'path'> & { readonly path?: Path; readonly place: Place }

/** One thing wrong with a file, as people and programs read it; nothing that the file holds is repeated. */
export type FileFault = Place & {
  /** JSON pointer, cut before the first segment that is neither an index nor a name of the rule language. */
  readonly pointer: string
  readonly rule: FileFaultRule
  readonly reason: Text
  readonly suggestion: Text
}

/** As many faults of one file as are told at once. */
const MOST_FAULTS = 100

/** Faults in the order of their places, each once, in words; the first hundred when there are more. */
export const inWords = (found: readonly Found[]): readonly FileFault[] => {
  const told = new Map<string, FileFault>()
  for (const fault of found.toSorted(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column)) {
    const written = inItsWords(fault)
    told.set(JSON.stringify(written), written)
    if (told.size === MOST_FAULTS) break
  }
  return [...told.values()]
}

const inItsWords = ({ place, path = [], rule, details = {} }: Found): FileFault => {
  const said = typeof details === 'function' ? details() : details
  return {
    line: place.line,
    column: place.column,
    pointer: pointerOf(path),
    rule,
    reason: filled(faultTexts[rule].reason, said),
    suggestion: filled(faultTexts[rule].suggestion, said),
  }
}

/** One fault at a place, in words. */
export const faultAt = (place: Place, rule: FileFaultRule, details: Details = {}): readonly FileFault[] =>
  inWords([{ place, rule, details }])

/** A fault on one line of a console: `file:line:column rule: reason → suggestion`. */
export const faultLine = (
  path: string,
  { line, column, rule, reason, suggestion }: FileFault,
  language: Language,
): string => `${path}:${line}:${column} ${rule}: ${reason[language]} → ${suggestion[language]}`

const pointerOf = (path: Path): string => {
  const cut = path.findIndex((segment) => typeof segment !== 'number' && !isSchemaName(String(segment)))
  return (cut < 0 ? path : path.slice(0, cut)).map((segment) => `/${String(segment)}`).join('')
}

const filled = ({ sv, en }: Text, details: Details): Text => ({
  sv: fill(sv, 'sv', details),
  en: fill(en, 'en', details),
})

const fill = (template: string, language: Language, details: Details): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const detail = details[name]
    if (detail === undefined) throw new Error(`A fault's text asks for ${name}, which is not given`)
    return typeof detail === 'object' ? detail[language] : `${detail}`
  })
