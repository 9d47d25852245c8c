import * as z from 'zod'
import { countyCode, districtCode, municipalityCode } from './codes.ts'
import { statement } from './decision.ts'
import { episodeId, hsaId } from './episode.ts'
import { listOf } from './list.ts'
import { notRecorded } from './optional.ts'
import { date, instant, month } from './time.ts'

const someWords = z.string().trim().min(1).max(2000)
const name = z.string().trim().min(1).max(200)
const outcome = z.enum(['approve', 'waive', 'adjust'])
const wholeDays = z.union([
  z.int().min(0).max(36_600),
  z
    .string()
    .regex(/^[0-9]{1,5}$/)
    .transform(Number),
])
const days = z.string().regex(/^[0-9]+$/)

/** What a joint group decides of the candidate days of an episode. */
export const reviewBody = z.strictObject({
  episode: episodeId,
  revision: notRecorded(z.int().min(1)).meta({
    description: 'The revision that was decided on, if it must be the current one',
  }),
  outcome,
  days: notRecorded(wholeDays).meta({
    description: 'With adjust alone: how many of the candidate days are owed, counted from the first',
  }),
  reason: someWords,
  participants: z.array(name).min(1).max(50).meta({ description: 'Roles and organisations, no identity numbers' }),
  action: notRecorded(z.strictObject({ text: someWords, responsible: name, due: notRecorded(date) })).meta({
    description: 'An improvement that is decided with it',
  }),
})
export type ReviewBody = z.infer<typeof reviewBody>

const decided = z
  .strictObject({
    number: z.int(),
    revision: z.int(),
    outcome,
    candidateDays: days,
    days: days.meta({ description: 'As many of the candidate days as are owed' }),
    reason: z.string(),
    participants: z.array(z.string()),
    action: z.string().nullable().meta({ description: 'The id of the improvement action' }),
    decidedBy: z.string(),
    decidedAt: instant,
  })
  .meta({ id: 'ReviewDecision' })

/** An episode with candidate days, and what the joint group has decided of them. */
export const review = z
  .strictObject({
    episode: episodeId,
    revision: z.int(),
    region: countyCode,
    municipality: municipalityCode.nullable(),
    district: districtCode.nullable(),
    month,
    liability: z.string().meta({ description: 'The id of the liability that it is part of' }),
    hospital: hsaId,
    ward: hsaId.nullable(),
    caseNumber: z.string().nullable(),
    readyDays: days,
    candidateDays: days,
    candidateDates: z.array(date),
    status: z.enum(['pending', 'decided']),
    decision: decided.nullable().meta({ description: 'The decision that counts; null while there is none' }),
    earlier: z.array(decided).meta({ description: 'Decisions that have lapsed or been replaced' }),
    flags: z.array(statement),
  })
  .meta({ id: 'Review' })

export const reviewList = listOf('reviews', review)

const progress = z.enum(['done', 'dropped', 'ongoing'])

/** What has become of an improvement action. */
export const improvementOutcomeBody = z.strictObject({ status: progress, text: someWords })

/** An improvement that a joint group has decided on, and what has become of it. */
export const improvementAction = z
  .strictObject({
    id: z.string(),
    region: countyCode,
    municipality: municipalityCode.nullable(),
    district: districtCode.nullable(),
    month,
    episode: episodeId,
    text: z.string(),
    responsible: z.string(),
    due: date.nullable(),
    status: z.enum(['decided', ...progress.options]).meta({ description: 'By its latest outcome' }),
    decidedBy: z.string(),
    decidedAt: instant,
    outcomes: z.array(z.strictObject({ status: progress, text: z.string(), by: z.string(), at: instant })),
  })
  .meta({ id: 'ImprovementAction' })

export const improvementActionList = listOf('improvementActions', improvementAction)
