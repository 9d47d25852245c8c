import * as z from 'zod'
import { createSchema } from 'zod-openapi'
import { problem } from '#schemas/problem.ts'
import type { Route } from './route.ts'

/** Every schema of the routes rendered together, so that what they share has one place in the document. */
export type RenderedSchemas = {
  readonly components: Created['components']
  readonly of: (operation: string, part: string | number) => Rendered
}

/** A schema, or where it stands. */
export type Rendered = Created['schema']

type Created = ReturnType<typeof createSchema>

/**
 * Renders the schemas of a route table.
 *
 * Answers, too, are rendered as what their schemas accept: the same words describe what is sent and what is read back.
 */
export const renderSchemas = (routes: Readonly<Record<string, Route>>): RenderedSchemas => {
  const parts = Object.entries(routes).flatMap(([operation, route]) => partsOf(operation, route))
  const { schema, components } = createSchema(z.object({ ...Object.fromEntries(parts), problem }), { io: 'input' })
  const rendered = typeof schema === 'object' && 'properties' in schema ? (schema.properties ?? {}) : {}
  return {
    components,
    of: (operation, part) => {
      const found = rendered[keyOf(operation, part)]
      if (found === undefined) throw new Error(`The schema of ${keyOf(operation, part)} is not rendered`)
      return found
    },
  }
}

const keyOf = (operation: string, part: string | number): string => `${operation} ${part}`

const partsOf = (operation: string, { query, body, answers }: Route): readonly (readonly [string, z.ZodType])[] => [
  ...(query ? [[keyOf(operation, 'query'), query] as const] : []),
  ...(body ? [[keyOf(operation, 'body'), body.schema] as const] : []),
  ...Object.entries(answers).flatMap(([status, schema]) =>
    schema === null ? [] : [[keyOf(operation, status), schema] as const],
  ),
]
