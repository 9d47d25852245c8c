import type * as z from 'zod'
import type { Purpose } from '#schemas/access-log.ts'
import type { Scope } from '#schemas/scope.ts'

/** What a function works with beside its request: whether it reads or also writes the table, makes pseudonyms, sends tasks, keeps or links to exports, adds to the log of accesses or also reads it. */
export type Needs = {
  readonly table?: 'read' | 'write'
  readonly pseudonyms?: true
  readonly tasks?: true
  readonly exports?: 'keep' | 'link'
  readonly accessLog?: 'write' | 'read'
}

/** One route of the API as data: enough to deploy it, to serve it on one machine and to describe it. */
export type Route = {
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly path: string
  /** The scope a token must hold; absent: open to everyone. */
  readonly scope?: Scope
  /** The file under `functions/` that answers, without its ending. */
  readonly file: string
  /** What it is granted when deployed; absent: nothing. */
  readonly needs?: Needs
  readonly summary: string
  /** That episodes are shown, searched or changed, each request then being logged; and for what, unless the caller names another purpose. */
  readonly patients?: Purpose
  readonly query?: z.ZodObject
  readonly body?: {
    readonly mediaType: 'application/json' | 'application/x-ndjson' | 'application/yaml'
    readonly schema: z.ZodType
    /** The route is given the very bytes; the schema only describes them. */
    readonly raw?: true
    readonly maximumBytes: number
  }
  /** What a success answers, by status; `null` for an answer that is not JSON. */
  readonly answers: { readonly [status: number]: z.ZodType | null }
}

/** The path of the route that the gateway takes when no other fits. */
export const DEFAULT_PATH = '$default'

/** The names in braces of a path. */
export type ParameterName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterName<Rest>
  : never
