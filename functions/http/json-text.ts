import type { FaultRule } from './fault-reasons.ts'

/** What a text holds as JSON; refused when it can be read in two ways or is built to do harm. */
export type JsonResult =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'broken' }
  | { readonly kind: 'refused'; readonly rule: FaultRule }

/** Parses JSON more strictly than JavaScript does: no name twice in an object, no `__proto__`, at most 64 levels, valid Unicode. */
export const parseJson = (text: string): JsonResult => {
  try {
    const value: unknown = JSON.parse(text)
    const rule = hazardIn(text)
    return rule === undefined ? { kind: 'value', value } : { kind: 'refused', rule }
  } catch {
    return { kind: 'broken' }
  }
}

const MAXIMUM_DEPTH = 64

// Reads text that is known to be JSON, so that structure outside strings is all there is to see.
const hazardIn = (text: string): FaultRule | undefined => {
  if (!text.isWellFormed()) return 'broken-text'
  // The names so far in each open object; undefined for an open array.
  const open: (Set<string> | undefined)[] = []
  let isName = false
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '{':
      case '[':
        if (open.length === MAXIMUM_DEPTH) return 'too-deep'
        isName = text[at] === '{'
        open.push(isName ? new Set() : undefined)
        break
      case '}':
      case ']':
        open.pop()
        isName = false
        break
      case ',':
        isName = open.at(-1) !== undefined
        break
      case '"': {
        const end = endOfString(text, at)
        const rule = hazardInString(text.slice(at, end + 1), isName ? open.at(-1) : undefined)
        if (rule !== undefined) return rule
        isName = false
        at = end
        break
      }
    }
  }
  return undefined
}

const endOfString = (text: string, start: number): number => {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

const hazardInString = (token: string, names: Set<string> | undefined): FaultRule | undefined => {
  const content = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
  if (!content.isWellFormed()) return 'broken-text'
  if (names === undefined) return undefined
  if (content === '__proto__') return 'unknown-property'
  if (names.has(content)) return 'repeated-property'
  names.add(content)
  return undefined
}
