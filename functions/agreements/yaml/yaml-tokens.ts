import { Composer, type Document, type ErrorCode, Lexer, LineCounter, type ParsedNode, Parser } from 'yaml'
import type { FileFaultRule, Found, Place } from '#agreements/faults/file-fault.ts'

/** The one document of a YAML text; or why there is none to speak of. */
export type ReadDocument =
  | {
      readonly ok: true
      readonly document: Document.Parsed<ParsedNode>
      readonly placeAt: (offset: number) => Place
    }
  | { readonly ok: false; readonly faults: readonly Found[] }

/** How deep lists and maps may lie in each other; a rule file needs a third of it. */
export const DEEPEST = 32
/** How many marks, spaces, names and values a text may consist of; 256 KB of rule files hold about 60 000. */
const MOST_LEXEMES = 80_000

/**
 * Reads YAML 1.2 token by token and stops at the first that is too deep, too many, a directive or of a second document, so
 * that no text of 256 KB costs more than a moment. Duplicate keys, aliases and tags are left for whoever reads the document.
 */
export const readDocument = (text: string): ReadDocument => {
  const lines = new LineCounter()
  lines.addNewLine(0)
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const refused = (offset: number, rule: FileFaultRule, details = {}): ReadDocument => ({
    ok: false,
    faults: [{ place: placeAt(offset), rule, details }],
  })
  const parser = new Parser(lines.addNewLine)
  // yaml's own check for duplicate keys holds each key against all before it.
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false })
  const documents: Document.Parsed<ParsedNode>[] = []
  let begun = 0
  let lexemes = 0
  return withoutStacks(() => {
    for (const lexeme of new Lexer().lex(text)) {
      lexemes += 1
      if (lexemes > MOST_LEXEMES) return refused(parser.offset, 'too-many-parts')
      for (const token of parser.next(lexeme)) {
        if (token.type === 'directive') return refused(token.offset, 'directive')
        if (token.type === 'document') {
          begun += 1
          if (begun > 1) return refused(token.offset, 'second-document')
        }
        documents.push(...composer.next(token))
      }
      if (parser.stack.length > DEEPEST + 1) return refused(parser.offset, 'nested-too-deep', { most: DEEPEST })
    }
    for (const token of parser.end()) {
      if (token.type === 'document' && begun > 0) return refused(token.offset, 'second-document')
      documents.push(...composer.next(token))
    }
    documents.push(...composer.end(true, text.length))
    const [document] = documents
    if (document === undefined) return refused(0, 'not-yaml')
    const errors = firstOfEachLine([...document.errors, ...document.warnings], placeAt)
    return errors.length > 0 ? { ok: false, faults: errors } : { ok: true, document, placeAt }
  })
}

/** What follows a fault on its line is most often its echo; so are, further down, all signs that no longer fit anywhere. */
const firstOfEachLine = (
  errors: readonly { readonly pos: [number, number]; readonly code: ErrorCode }[],
  placeAt: (offset: number) => Place,
): readonly Found[] => {
  const byLine = new Map<number, Found>()
  for (const { pos, code } of errors) {
    const place = placeAt(pos[0])
    const rule = SYNTAX[code] ?? 'not-yaml'
    const isEcho = byLine.has(place.line) || (rule === 'unexpected-sign' && byLine.size > 0)
    if (!isEcho) byLine.set(place.line, { place, rule })
  }
  return [...byLine.values()]
}

/** yaml's own words can repeat the text, so only the code of an error is used. */
const SYNTAX: Readonly<Partial<Record<ErrorCode, FileFaultRule>>> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_INDENT: 'bad-indentation',
  BAD_SCALAR_START: 'needs-quotes',
  BLOCK_AS_IMPLICIT_KEY: 'needs-quotes',
  BLOCK_IN_FLOW: 'bad-indentation',
  KEY_OVER_1024_CHARS: 'complex-key',
  MISSING_CHAR: 'missing-sign',
  MULTIPLE_ANCHORS: 'anchor',
  MULTIPLE_DOCS: 'second-document',
  MULTIPLE_TAGS: 'tag',
  MULTILINE_IMPLICIT_KEY: 'missing-sign',
  NON_STRING_KEY: 'complex-key',
  TAB_AS_INDENT: 'tab',
  TAG_RESOLVE_FAILED: 'tag',
  UNEXPECTED_TOKEN: 'unexpected-sign',
}

/** A text can have tens of thousands of errors, and what each costs is its stack trace, which nobody reads. */
const withoutStacks = <Result>(read: () => Result): Result => {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return read()
  } finally {
    Error.stackTraceLimit = limit
  }
}
