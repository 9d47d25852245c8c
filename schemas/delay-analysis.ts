import * as z from 'zod'
import { countyCode, districtCode, municipalityCode } from './codes.ts'
import { delayReason, hsaId } from './episode.ts'
import { improvementAction } from './review.ts'
import { month } from './time.ts'

const days = z.string().regex(/^[0-9]+$/)
const sums = {
  episodes: z.int(),
  readyDays: days,
  candidateDays: days.meta({
    description: 'Days charged to their episodes by themselves, before any decision of a joint group',
  }),
}

/** Where the ready days of a month arose and why, what was late, what repeats, and what has been decided to mend it. */
export const delayAnalysis = z
  .strictObject({
    region: countyCode,
    month,
    ...sums,
    liabilities: z.array(
      z.strictObject({
        id: z.string(),
        municipality: municipalityCode.nullable(),
        district: districtCode.nullable(),
        review: z.enum(['pending', 'decided']).nullable(),
        ...sums,
      }),
    ),
    places: z
      .array(
        z.strictObject({
          hospital: hsaId,
          ward: hsaId.nullable(),
          reason: z.enum([...delayReason.options, 'not-recorded']),
          ...sums,
          repeats: z.array(month).meta({
            description: 'Those of the three months before in which days arose in the same ward for the same reason',
          }),
        }),
      )
      .meta({ description: 'Most days first' }),
    lateSteps: z
      .array(z.strictObject({ id: z.string(), cites: z.string().nullable(), text: z.string(), episodes: z.int() }))
      .meta({ description: 'Of every discharged episode with a readiness notice, also those that are left out' }),
    improvementActions: z.array(improvementAction),
  })
  .meta({ id: 'DelayAnalysis' })
