import type { Language, Text } from '#schemas/text.ts'

/** An answer in one language: every object that is exactly `{ sv, en }` becomes the string of that language. */
export const localise = (value: unknown, language: Language): unknown => {
  if (Array.isArray(value)) return value.map((item) => localise(item, language))
  if (typeof value !== 'object' || value === null) return value
  if (isText(value)) return value[language]
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, localise(item, language)]))
}

const isText = (value: object): value is Text =>
  Object.keys(value).length === 2 &&
  'sv' in value &&
  'en' in value &&
  typeof value.sv === 'string' &&
  typeof value.en === 'string'
