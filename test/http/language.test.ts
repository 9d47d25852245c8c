import { expect, test } from 'vitest'
import { languageOf } from '#http/language.ts'

test.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['en-US,en;q=0.9,sv;q=0.8', 'en'],
  ['sv,en;q=0.9', 'sv'],
  ['sv;q=0.3, en;q=0.7', 'en'],
  ['sv,en', 'sv'],
  ['en,sv', 'en'],
  ['da, en;q=0.5', 'en'],
  ['da', 'sv'],
  ['*', 'sv'],
  ['*;q=0.5, en;q=0.3', 'sv'],
  ['en;q=0', 'sv'],
  ['en;q=high', 'sv'],
  ['enx', 'sv'],
  [';;;,,,', 'sv'],
])('Accept-Language %s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
