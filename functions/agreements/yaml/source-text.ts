import type { Found } from '#agreements/faults/file-fault.ts'
import { holdsIdentityNumber } from '#domain/episode/identity-number.ts'

/** The text of a file without what is in the way of reading it, and what was; `readable` is false when no YAML is to be sought. */
export type SourceText = { readonly text: string; readonly faults: readonly Found[]; readonly readable: boolean }

/** Reads a file as UTF-8 text without a mark before it, tabs or control characters; every one of them is a fault at its place. */
export const sourceText = (source: string | Uint8Array): SourceText => {
  const decoded = typeof source === 'string' ? { text: source, faults: [] } : decode(source)
  if (decoded.faults.length > 0) return { text: '', faults: decoded.faults, readable: false }
  const hasMark = decoded.text.startsWith(MARK)
  const text = hasMark ? decoded.text.slice(1) : decoded.text
  const strange = strangeCharacters(text)
  const mark: readonly Found[] = hasMark ? [{ place: { line: 1, column: 1 }, rule: 'byte-order-mark' }] : []
  return { text, faults: [...mark, ...strange, ...identityNumbers(text)], readable: strange.length === 0 }
}

/** A rule file is public, and for ever: no person's number may stand in it, not in a comment either. */
const identityNumbers = (text: string): readonly Found[] =>
  text.split('\n').flatMap((line, index): readonly Found[] => {
    if (!SIX_DIGITS.test(line) || !holdsIdentityNumber(line)) return []
    return [{ place: { line: index + 1, column: line.search(SIX_DIGITS) + 1 }, rule: 'identity-number' }]
  })

// Of whatever width.
const SIX_DIGITS = /\p{Nd}{6}/u

const MARK = '\uFEFF'
const LINE_FEED = 0x0a
const MOST_FAULTS = 100

/** A line feed is a byte of its own in UTF-8, so that each line can be decoded by itself to find the bad ones. */
const decode = (bytes: Uint8Array): { readonly text: string; readonly faults: readonly Found[] } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), faults: [] }
  } catch {
    return { text: '', faults: badLines(bytes) }
  }
}

const badLines = (bytes: Uint8Array): readonly Found[] => {
  const forgiving = new TextDecoder('utf-8', { ignoreBOM: true })
  const faults: Found[] = []
  let line = 1
  for (let start = 0; start <= bytes.length && faults.length < MOST_FAULTS; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start)
    const column = forgiving.decode(bytes.subarray(start, end < 0 ? bytes.length : end)).indexOf('\uFFFD') + 1
    if (column > 0) faults.push({ place: { line, column }, rule: 'not-utf-8' })
    if (end < 0) break
    start = end + 1
  }
  return faults
}

/** Controls but for line breaks, directions that could hide what a text says, halves of characters, and what a bad conversion left. */
const STRANGE = /(?!\r\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/gu

const strangeCharacters = (text: string): readonly Found[] => {
  const faults: Found[] = []
  let line = 1
  let lineStart = 0
  for (const { 0: character, index } of text.matchAll(STRANGE)) {
    if (character === '\n') {
      line += 1
      lineStart = index + 1
      continue
    }
    faults.push({ place: { line, column: index - lineStart + 1 }, rule: ruleOf(character) })
    if (faults.length === MOST_FAULTS) break
  }
  return faults
}

const ruleOf = (character: string): 'tab' | 'not-utf-8' | 'control-character' => {
  if (character === '\t') return 'tab'
  return character === '\uFFFD' ? 'not-utf-8' : 'control-character'
}
