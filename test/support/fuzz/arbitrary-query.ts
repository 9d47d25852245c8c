import fc from 'fast-check'
import type * as z from 'zod'
import { arbitraryOfShape, type Vocabulary } from './arbitrary-of-schema.ts'
import { encoded } from './arbitrary-path.ts'
import { MARKER, oddText } from './odd-values.ts'

type Pair = readonly [name: string, value: string]

/** Parts of a query string that are no parameter, or none that is expected. */
const strays = [
  '&&',
  '=',
  '?',
  '%',
  '%zz=1',
  `${MARKER}=1`,
  `month=%ff`,
  'limit',
  '__proto__=1',
  'page=1&page=2',
  '+',
  '#',
  ';',
  '[]=1',
]

/** A query string of a route, without its `?`: as its schema has it, or with values, names and repeats that it has not. */
export const queryOf = (schema: z.ZodObject | undefined, vocabulary: Vocabulary): fc.Arbitrary<string> => {
  const right = schema === undefined ? fc.constant('') : arbitraryOfShape(schema, vocabulary).map(written)
  const stray = fc.tuple(right, fc.array(fc.constantFrom(...strays), { minLength: 1, maxLength: 3 }))
  return fc.oneof(
    { weight: 9, arbitrary: right },
    { weight: 3, arbitrary: schema === undefined ? right : oddlyValued(schema, vocabulary) },
    { weight: 1, arbitrary: stray.map(([query, more]) => [query, ...more].join('&')) },
  )
}

const written = (values: Readonly<Record<string, unknown>>): string =>
  joined(Object.entries(values).map(([name, value]) => [name, String(value)]))

const joined = (pairs: readonly Pair[]): string =>
  pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')

const oddlyValued = (schema: z.ZodObject, vocabulary: Vocabulary): fc.Arbitrary<string> =>
  fc
    .tuple(arbitraryOfShape(schema, vocabulary), fc.constantFrom(...Object.keys(schema.shape)), oddText, fc.boolean())
    .map(([values, name, odd, isRepeated]) => {
      const others = Object.entries(values).filter(([each]) => isRepeated || each !== name)
      return joined([...others.map(([each, value]): Pair => [each, String(value)]), [name, odd]])
    })
