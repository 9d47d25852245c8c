import * as z from 'zod'
import { listOf } from './list.ts'
import { notRecorded } from './optional.ts'
import { instant, month } from './time.ts'

const checked = {
  month: month.meta({ description: 'Whose accesses were checked, in UTC' }),
  records: z.int().min(0).max(1_000_000).meta({ description: 'How many records were gone through' }),
  result: z.enum(['nothing-found', 'to-be-followed-up']),
}

/** Told of a systematic check of the log (HSLF-FS 2016:40, 4 kap. 9 §): what was gone through and what came of it. */
export const accessLogCheckBody = z.strictObject({
  ...checked,
  seed: notRecorded(z.string().regex(/^[0-9a-f]{16}$/)).meta({
    description: 'Of the random sample that was gone through',
  }),
  note: notRecorded(z.string().trim().min(1).max(2000)),
})

/** A check as it was told: by whom and when. */
export const accessLogCheck = z
  .strictObject({
    ...checked,
    seed: z.string().nullable(),
    note: z.string().nullable(),
    checkedBy: z.string(),
    checkedAt: instant,
  })
  .meta({ id: 'AccessLogCheck' })

export const accessLogCheckList = listOf('checks', accessLogCheck)
