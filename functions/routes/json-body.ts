import type * as z from 'zod'

const MEGABYTE = 1024 * 1024

/** A body of JSON, of at most one megabyte. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  ({ mediaType: 'application/json', schema, maximumBytes: MEGABYTE }) as const
