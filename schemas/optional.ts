import * as z from 'zod'

/** A property that may be absent: not recorded. `null` says the same and goes no further than here. */
export const notRecorded = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value): z.output<Schema> | undefined => value ?? undefined)

/** A yes-or-no property whose absence means no. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value): boolean => value ?? false)
