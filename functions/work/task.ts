import * as z from 'zod'
import { slug } from '#schemas/rule-file/citation.ts'
import { instant, month } from '#schemas/time.ts'

const number = z.string().regex(/^[1-9][0-9]{0,8}$/)
const region = z.string().regex(/^[0-9]{2}$/)
const municipality = z.string().regex(/^([0-9]{4}|-)$/)
const id = z.string().regex(/^[A-Za-z0-9~._-]{1,100}$/)

/** A piece of work that is done after its request is answered: of what kind, and the ids of what it concerns, never data of a person. */
export const task = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('coverage'), agreement: slug.max(100), stage: number, version: number }),
  z.strictObject({ kind: z.literal('simulation-month'), simulation: id, month }),
  z.strictObject({
    kind: z.literal('close-municipality'),
    region,
    agreement: slug.max(100),
    month,
    run: number,
    municipality,
  }),
  z.strictObject({ kind: z.literal('correct-region'), region }),
  z.strictObject({
    kind: z.literal('correct-municipality'),
    region,
    month,
    municipality,
  }),
  z.strictObject({ kind: z.literal('export-month'), region, month }),
  /** A schedule's message: its instant says which month. */
  z.strictObject({
    kind: z.literal('export-scheduled'),
    region,
    scheduled: z.enum(['monthly', 'readmissions']),
    at: instant,
  }),
  /** A schedule's message: what is due anywhere. */
  z.strictObject({ kind: z.literal('dispose-scheduled') }),
  z.strictObject({ kind: z.literal('dispose-month'), region, month }),
  z.strictObject({ kind: z.literal('dispose-open-stays'), region }),
  z.strictObject({ kind: z.literal('dispose-simulations'), region }),
])
export type Task = Readonly<z.infer<typeof task>>

/** The tasks of one kind, so put that the compiler knows what performs it. */
export type TaskOf<Kind extends Task['kind']> = {
  [Each in Kind]: Extract<Task, { readonly kind: Each }> & { readonly kind: Each }
}[Kind]

/**
 * Hands tasks over: when it resolves all are kept, and each will be performed at least once, in no promised order.
 *
 * When it throws some may have been kept; sending them all again does no harm.
 */
export type SendTasks = (tasks: readonly Task[]) => Promise<void>

/** A task as it is carried. */
export const taskText = (carried: Task): string => JSON.stringify(carried)

/** The task of a text, undefined when it is none that this version knows. */
export const parseTask = (text: string): Task | undefined => {
  try {
    return task.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
