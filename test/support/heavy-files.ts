import { aRuleText } from './a-rule-text.ts'

const KB_256 = 256 * 1024

const filled = (part: string, before = ''): string => before + part.repeat(KB_256 / part.length)
const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n')

const withExamples = (count: number, readyDays: string): string =>
  `${aRuleText()}${numbered(count, (n) => `  - { name: e${n}, month: "2020-03", readyDays: ${readyDays}, expect: {} }`)}`

/** Files of at most 256 KB that were made to be heavy: what of, the text, and a rule that each breaks. */
export const heavyFiles: readonly (readonly [string, string, string])[] = [
  ['nested lists', filled('['), 'nested-too-deep'],
  ['nested maps', filled('{a: '), 'nested-too-deep'],
  ['nested keys', filled('? '), 'nested-too-deep'],
  ['nested entries', filled('- '), 'nested-too-deep'],
  ['deep indentation', numbered(700, (n) => `${' '.repeat(n)}a:`), 'nested-too-deep'],
  ['40 000 keys', numbered(40_000, (n) => `k${n}:`), 'too-many-parts'],
  ['65 000 entries', filled('- a\n'), 'too-many-parts'],
  ['65 000 keys that are lists of lines', filled('? a\n'), 'too-many-parts'],
  ['errors on every line', filled(']\n'), 'too-many-parts'],
  ['one text with 130 000 bad escapes', filled('\\x', '"'), 'bad-escape'],
  ['a huge block of text', filled(' x\n', 'a: |\n'), 'unknown-property'],
  ['documents', filled('---\n'), 'second-document'],
  ['directives', filled('%a\n'), 'directive'],
  ['control characters', filled('\u0001'), 'control-character'],
  ['10 000 properties', `${aRuleText()}${numbered(10_000, (n) => `p${n}: 1`)}`, 'unknown-property'],
  ['10 000 duplicate keys', `${aRuleText()}${filled('unit: district\n').slice(0, 150_000)}`, 'duplicate-key'],
  ['examples of endless stays', withExamples(6, `[${Array(200).fill(400)}]`), 'more-than-3000-ready-days-together'],
  ['examples of very many stays', withExamples(10, `[${Array(200).fill(1)}]`), 'more-than-500-stays-together'],
  ['very many examples', withExamples(301, '[0]'), 'too-many'],
  // A list that is too long is said to be that, and nothing of what it holds.
  ['15 000 faulty examples', `schema: "1"\nexamples:\n${'- x\n'.repeat(15_000)}`, 'too-many'],
  ['as many faulty examples as there may be', `schema: "1"\nexamples:\n${'- x\n'.repeat(300)}`, 'wrong-type'],
  ['15 000 faulty exclusions', `schema: "1"\nexclusions:\n${'- x\n'.repeat(15_000)}`, 'wrong-type'],
]
