import fc from 'fast-check'
import { MARKER } from './odd-values.ts'

/** A change to a text, at a share of its length in thousandths. */
export type TextEdit = {
  readonly kind: 'cut' | 'insert' | 'overwrite' | 'name-twice' | 'remove-line'
  readonly at: number
  readonly text: string
}

/** What breaks a text that is read as JSON, lines of JSON or YAML. */
const breaking = [
  ...[
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\\ud800',
    '\\u0000',
    '\u0000',
    '\ufeff',
    '\r',
    '\t',
    '/* */',
    '#',
    '- ',
  ],
  ...[
    'NaN',
    '-Infinity',
    '1e999',
    '-0',
    '01',
    '1.',
    'null',
    'undefined',
    "'a'",
    '"__proto__":1,',
    '"a":1,"a":2,',
    '{},',
  ],
  ...[
    '&a ',
    '*a',
    '!!binary ',
    '!!js/function ',
    '%YAML 9.9\n',
    '---\n',
    '...\n',
    '<<: ',
    '? ',
    '| ',
    '>-\n',
    '\n\n',
    '  ',
  ],
  ...[
    MARKER,
    `"${MARKER}"`,
    `\n${MARKER}: ${MARKER}\n`,
    '['.repeat(20_000),
    '{"a":'.repeat(70),
    'å',
    '\u2028',
    '9'.repeat(400),
  ],
]

/** Changes by which a text is no longer what it was. */
export const someTextEdit: fc.Arbitrary<TextEdit> = fc.record({
  kind: fc.constantFrom('cut', 'insert', 'insert', 'overwrite', 'overwrite', 'name-twice', 'remove-line'),
  at: fc.nat(1_000),
  text: fc.constantFrom(...breaking),
})

/** A text after some changes, one after another. */
export const editedText = (text: string, edits: readonly TextEdit[]): string => edits.reduce(editedOnce, text)

const editedOnce = (text: string, { kind, at, text: inserted }: TextEdit): string => {
  const from = Math.floor((text.length * at) / 1_000)
  switch (kind) {
    case 'cut':
      return text.slice(0, from)
    case 'insert':
      return text.slice(0, from) + inserted + text.slice(from)
    case 'overwrite': {
      const token = /[\w.-]+/g
      token.lastIndex = from
      const found = token.exec(text)
      return found === null ? text : text.slice(0, found.index) + inserted + text.slice(found.index + found[0].length)
    }
    case 'name-twice': {
      const names = [...text.matchAll(/"\w+":/g)]
      const name = names[at % Math.max(1, names.length)]
      return name === undefined ? text : `${text.slice(0, name.index)}${name[0]}null,${text.slice(name.index)}`
    }
    case 'remove-line':
      return text
        .split('\n')
        .filter((_, index, all) => index !== at % all.length)
        .join('\n')
  }
}
