import * as z from 'zod'

export const DEFAULT_LIMIT = 20
export const MAXIMUM_LIMIT = 500

const count = (fallback: number, maximum: number) =>
  z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/)
    .transform(Number)
    .refine((value) => value <= maximum, { params: { rule: 'too-large' } })
    .default(fallback)

/** The query parameters of every list. */
export const paging = {
  page: count(1, 100_000_000).meta({ description: 'Page, from 1' }),
  limit: count(DEFAULT_LIMIT, MAXIMUM_LIMIT).meta({ description: `Items on a page, at most ${MAXIMUM_LIMIT}` }),
}
export type Paging = { readonly page: number; readonly limit: number }

/** The envelope of a list: its items under their plural name, and where in the whole they stand. */
export const listOf = <Name extends string, Schema extends z.ZodType>(name: Name, schema: Schema) =>
  z.strictObject({
    [name]: z.array(schema),
    page: z.int(),
    limit: z.int(),
    total: z.int(),
  } as { [Key in Name]: z.ZodArray<Schema> } & { page: z.ZodInt; limit: z.ZodInt; total: z.ZodInt })
