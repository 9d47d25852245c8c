import fc from 'fast-check'
import type { Route } from '#http/route.ts'
import { episodeBody } from '#schemas/episode.ts'
import { arbitraryOf, type Vocabulary } from './arbitrary-of-schema.ts'
import { editedText, someTextEdit } from './edited-text.ts'
import { edited, someEdit } from './edited-value.ts'
import type { FuzzedCaller } from './fuzzed-callers.ts'

/** What requests are made from: values by name, texts of rule files and, by route, what gets far into it. */
export type Material = {
  readonly vocabulary: Vocabulary
  readonly ruleTexts: readonly string[]
  readonly known: Readonly<Record<string, Known>>
}

/** Who may do what a route does, to what, and with which bodies; a route without it is asked all the same. */
export type Known = {
  readonly caller?: FuzzedCaller
  readonly params?: Readonly<Record<string, string>>
  readonly bodies?: readonly object[]
}

/** The text of a body for a route: right by its schema or a known one, then perhaps changed as a value, a text or both. */
export const bodyOf = (name: string, { body }: Route, material: Material): fc.Arbitrary<string> => {
  switch (body?.mediaType) {
    case 'application/json': {
      const made = arbitraryOf(body.schema, material.vocabulary)
      return textOf(perhapsKnown(made, material.known[name]?.bodies ?? []))
    }
    case 'application/x-ndjson':
      return fc.array(lineOf(material), { maxLength: 4 }).map((lines) => lines.join('\n'))
    case 'application/yaml':
      return changedText(fc.constantFrom(...material.ruleTexts))
    // A route without a body is sent one at times; it must not mind.
    case undefined:
      return fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: textOf(fc.jsonValue()) })
  }
}

const lineOf = (material: Material): fc.Arbitrary<string> => {
  const { vocabulary, known: routes } = material
  const made = fc.tuple(arbitraryOf(episodeBody, vocabulary), fc.constantFrom(...(vocabulary.episode ?? [])))
  const known = (routes.putEpisode?.bodies ?? []).map((body, index) => ({
    id: vocabulary.episode?.[index] ?? '',
    ...body,
  }))
  return textOf(
    perhapsKnown(
      made.map(([body, id]) => ({ ...Object(body), id })),
      known,
    ),
  )
}

const perhapsKnown = (made: fc.Arbitrary<unknown>, known: readonly unknown[]): fc.Arbitrary<unknown> =>
  known.length === 0 ? made : fc.oneof(fc.constantFrom(...known), made)

const textOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> => {
  const changed = fc
    .tuple(value, fc.array(someEdit, { minLength: 1, maxLength: 3 }))
    .map(([of, edits]) => edited(of, edits))
  const written = fc.oneof({ weight: 2, arbitrary: value }, { weight: 3, arbitrary: changed }).map(jsonOf)
  return fc.oneof(
    { weight: 5, arbitrary: written },
    { weight: 1, arbitrary: changedText(written) },
    { weight: 1, arbitrary: fc.tuple(written, someYear).map(([text, year]) => text.replaceAll('2020-', `${year}-`)) },
  )
}

// The same stay at another time is as plausible, but for the first and the last that there is.
const someYear = fc.constantFrom('0000', '0001', '1752', '1970', '2017', '2018', '2019', '2023', '2025', '2100', '9999')

const jsonOf = (value: unknown): string => JSON.stringify(value) ?? ''

const changedText = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.array(someTextEdit, { maxLength: 3 })).map(([of, edits]) => editedText(of, edits))
