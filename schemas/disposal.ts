import * as z from 'zod'
import { countyCode } from './codes.ts'
import { listOf } from './list.ts'
import { date, instant, month } from './time.ts'

/** What can be disposed of at once: a month of discharges with all that belongs to it, stays that never ended, or simulations. */
export const disposalSubject = z.enum(['month', 'open-stays', 'simulations'])

/** How many documents of each kind. */
export const documentCounts = z.strictObject({
  episodes: z.int(),
  revisions: z.int(),
  statements: z.int(),
  corrections: z.int(),
  disputes: z.int(),
  reviews: z.int(),
  exports: z.int(),
  files: z.int(),
  simulations: z.int(),
})

/** That documents of a region were disposed of, by whose decision, and how many of each kind; nothing of what they said. */
const disposal = z
  .strictObject({
    region: countyCode,
    subject: disposalSubject.meta({
      description: 'A month of discharges with all that belongs to it, stays that never ended, or simulations',
    }),
    month: month.nullable(),
    number: z.int().meta({ description: 'From 1; a later one took what had come in between' }),
    begunAt: instant,
    doneAt: instant.nullable().meta({ description: 'Null while it goes on' }),
    retention: z.strictObject({ version: z.string(), sha256: z.string() }).meta({
      description: 'The version of the retention periods, as of GET /v1/agreements/national-retention',
    }),
    decision: z
      .strictObject({ decided: date, reference: z.string() })
      .meta({ description: 'The region’s own decision' }),
    documents: documentCounts,
  })
  .meta({ id: 'Disposal' })

export const disposalList = listOf('disposals', disposal)

/** What is to become of a month of discharges. */
const disposalPlan = z
  .strictObject({
    month,
    status: z.enum(['kept', 'not-yet', 'held', 'due', 'disposed']).meta({
      description:
        '`kept`: the region has not decided on disposal; `held`: a dispute is open; `due`: it goes with the next scheduled task',
    }),
    from: date.nullable().meta({ description: 'The first day on which it may go' }),
  })
  .meta({ id: 'DisposalPlan' })

export const disposalPlanList = listOf('plans', disposalPlan)
