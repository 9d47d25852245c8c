import { type Document, isAlias, isMap, isNode, isPair, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type * as z from 'zod'

/** One thing wrong with a file: where, in lines and columns from 1, and why in words. */
export type FileFault = { readonly line: number; readonly column: number; readonly message: string }

/** A file as its schema understands it, with the place of each of its parts; or everything that is wrong with it. */
export type ParsedFile<Content> =
  | { readonly ok: true; readonly content: Content; readonly placeOf: (path: Path) => Place }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

export type Path = readonly PropertyKey[]
export type Place = { readonly line: number; readonly column: number }

/** Parses YAML 1.2 strictly: no duplicate keys, no tags, no aliases, and nothing that the schema does not name. */
export const parseYaml = <Schema extends z.ZodType>(yaml: string, schema: Schema): ParsedFile<z.output<Schema>> => {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter: lines })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0)
    return {
      ok: false,
      faults: broken.map(({ pos, message }) => ({ ...placeAt(pos[0]), message: firstLine(message) })),
    }
  const strange = outsideTheLanguage(document)
  if (strange.length > 0)
    return { ok: false, faults: strange.map(({ offset, message }) => ({ ...placeAt(offset), message })) }
  const placeOf = (path: Path): Place => placeAt(offsetOf(document, path))
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }))
  return result.success
    ? { ok: true, content: result.data, placeOf }
    : { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, document, placeOf)) }
}

/** Aliases and tags: what one part says would then depend on another part, or on more than its words. */
const outsideTheLanguage = (document: Document.Parsed): readonly { offset: number; message: string }[] => {
  const found: { offset: number; message: string }[] = []
  visit(document, {
    Node: (_, node) => {
      const offset = startOf(node) ?? 0
      if (isAlias(node)) found.push({ offset, message: 'an alias is not part of the language; write the value out' })
      else if (node.tag !== undefined) found.push({ offset, message: `${node.tag}: a tag is not part of the language` })
    },
  })
  return found
}

const faultsOf = (
  issue: z.core.$ZodIssue,
  document: Document.Parsed,
  placeOf: (path: Path) => Place,
): readonly FileFault[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      ...placeOf([...issue.path, key]),
      message: `${show([...issue.path, key])}: this key is not part of the language`,
    }))
  const written = document.getIn(issue.path)
  const isUnquoted = mustBeText(issue) && (typeof written === 'number' || typeof written === 'boolean')
  const reason = isUnquoted
    ? 'write it in quotes: codes, stages, versions and decimals are text'
    : issue.code === 'custom' && typeof issue.params?.rule === 'string'
      ? issue.params.rule.replaceAll('-', ' ')
      : issue.message
  return [{ ...placeOf(issue.path), message: `${show(issue.path)}: ${reason}` }]
}

/** True where text is wanted, alone or as one of several forms. */
const mustBeText = (issue: z.core.$ZodIssue): boolean =>
  (issue.code === 'invalid_type' && issue.expected === 'string') ||
  (issue.code === 'invalid_value' && issue.values.every((value) => typeof value === 'string')) ||
  (issue.code === 'invalid_union' && issue.errors.flat().some(mustBeText))

const show = (path: Path): string => (path.length === 0 ? 'the file' : path.map(String).join('.'))

/** Where a path begins in the text: its key, or its value in a list; the nearest parent's place when it is missing. */
const offsetOf = (document: Document.Parsed, path: Path): number => {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((item) => isPair(item) && String(item.key) === String(step)) : undefined
    const next = pair === undefined ? childOf(node, step) : pair.value
    const start = startOf(pair?.key) ?? startOf(next)
    if (start === undefined) return offset
    offset = start
    node = next
  }
  return offset
}

const childOf = (node: unknown, step: PropertyKey): unknown =>
  isNode(node) && 'get' in node && typeof node.get === 'function' ? node.get(step, true) : undefined

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined)

const firstLine = (message: string): string => message.split('\n')[0] ?? message
