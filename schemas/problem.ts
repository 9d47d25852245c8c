import * as z from 'zod'

/** One thing that is wrong with a request: where, which rule, and why in words; never the value itself. */
export const fault = z
  .strictObject({
    pointer: z.string().meta({ description: 'JSON pointer into the body, or the name of a parameter after `?`' }),
    rule: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'Fault' })

/** RFC 9457, with every fault found. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(fault).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>
