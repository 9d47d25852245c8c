import type * as z from 'zod'
import { type FileFault, type Found, inWords, type Path, type Place } from '#agreements/faults/file-fault.ts'
import { schemaFaults } from '#agreements/faults/schema-faults.ts'
import { sourceText } from './source-text.ts'
import { offsetsIn } from './yaml-places.ts'
import { readDocument } from './yaml-tokens.ts'
import { plainValueOf } from './yaml-value.ts'

/** A file as its schema understands it, with the place of each of its parts; or everything that is wrong with it. */
export type ParsedFile<Content> =
  | { readonly ok: true; readonly content: Content; readonly text: string; readonly placeOf: (path: Path) => Place }
  | { readonly ok: false; readonly faults: readonly FileFault[]; readonly read?: ReadContent }

/** What a file with faults says all the same: every fault found, and the paths of the parts that its schema refuses. */
export type ReadContent = {
  readonly content: unknown
  readonly text: string
  readonly placeOf: (path: Path) => Place
  readonly found: readonly Found[]
  readonly refused: readonly Path[]
}

/** Parses YAML 1.2 strictly: no duplicate keys, tags, anchors or aliases, and nothing that the schema does not name. */
export const parseYaml = <Schema extends z.ZodType>(
  source: string | Uint8Array,
  schema: Schema,
): ParsedFile<z.output<Schema>> => {
  const { text, faults, readable } = sourceText(source)
  if (!readable) return { ok: false, faults: inWords(faults) }
  const read = readDocument(text)
  if (!read.ok) return { ok: false, faults: inWords([...faults, ...read.faults]) }
  const { document, placeAt } = read
  const { value, strange } = plainValueOf(document)
  const offsetOf = offsetsIn(document)
  const placeOf = (path: Path): Place => placeAt(offsetOf(path))
  const result = schema.safeParse(value)
  const outside = strange.map(({ offset, path, rule, first }): Found => {
    const details = first === undefined ? {} : { line: placeAt(first).line }
    return { place: placeAt(offset), path, rule, details }
  })
  if (result.success && outside.length === 0 && faults.length === 0)
    return { ok: true, content: result.data, text, placeOf }
  const ofSchema = result.success ? [] : schemaFaults(result.error, schema, value)
  const hidden = new Set(strange.filter(({ rule }) => HIDING.has(rule)).map(({ path }) => nameOf(path)))
  const told = ofSchema.filter(({ path }) => !path.some((_, index) => hidden.has(nameOf(path.slice(0, index + 1)))))
  const found = [...faults, ...outside, ...told.map((fault) => ({ ...fault, place: placeOf(fault.path) }))]
  const refused = ofSchema.map(({ path }) => path)
  return { ok: false, faults: inWords(found), read: { content: value, text, placeOf, found, refused } }
}

/** What the schema says of a part whose value is not known anyway is not told. */
const HIDING: ReadonlySet<string> = new Set(['alias', 'tag', 'merge-key'])

const nameOf = (path: Path): string => JSON.stringify(path.map(String))
