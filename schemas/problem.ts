import * as z from 'zod'
import type { Text } from './text.ts'

/** One thing that is wrong with a request: where, which rule, and why in words; never the value itself. */
export const fault = z
  .strictObject({
    pointer: z.string().meta({ description: 'JSON pointer into the body, or the name of a parameter after `?`' }),
    rule: z.string(),
    reason: z.string(),
    line: z.int().optional().meta({ description: 'In a file: the line, from 1' }),
    column: z.int().optional().meta({ description: 'In a file: the column, from 1' }),
    suggestion: z.string().optional().meta({ description: 'In a file: what would mend it' }),
  })
  .meta({ id: 'Fault' })
export type Fault = z.infer<typeof fault>

/** A fault in a file, before it is put in a language; its words never contain what the file says. */
export type PlacedFault = {
  readonly line: number
  readonly column: number
  readonly pointer: string
  readonly rule: string
  readonly reason: Text
  readonly suggestion: Text
}

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
