import * as z from 'zod'
import { countyCode, districtCode, municipalityCode } from './codes.ts'
import { episodeId } from './episode.ts'
import { listOf } from './list.ts'
import { notRecorded } from './optional.ts'
import { slug } from './rule-file/citation.ts'
import { instant, month } from './time.ts'

/** Why a municipality contests that an episode counts. */
export const disputeReason = z
  .enum([
    'not-ready',
    'notice-late-or-missing',
    'planning-not-called',
    'open-care-unavailable',
    'other-municipality-liable',
    'dates-wrong',
    'other',
  ])
  .meta({
    id: 'DisputeReason',
    description:
      'The patient was not ready; a notice was late or missing; no planning call was sent in time; regional open care was unavailable; another municipality is liable; a date is wrong; another reason, told in the text',
  })

const freeText = z.string().trim().min(1).max(2000)

/** A municipality contests an episode that is counted in a liability of its own. */
export const disputeBody = z.strictObject({
  liability: z.string().min(1).max(200),
  episode: episodeId,
  reason: disputeReason,
  text: notRecorded(freeText),
})

/** What is decided of a dispute on the step where it stands. */
export const disputeDecisionBody = z.strictObject({
  outcome: z.enum(['upheld', 'rejected', 'escalated', 'withdrawn']).meta({
    description:
      'upheld: the episode is left out; rejected: it stays; escalated: the next step of the ladder decides; withdrawn: the municipality takes the dispute back',
  }),
  reason: freeText,
  participants: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
})

const disputeStatus = z.enum(['open', 'upheld', 'rejected', 'withdrawn'])

const owed = z
  .strictObject({ days: z.string().nullable(), amount: z.string().nullable() })
  .meta({ id: 'DisputedSum', description: 'Days and SEK, two decimals; null while they cannot be known' })

const step = z.strictObject({ id: slug, title: z.string() }).meta({ id: 'LadderStep' })

/** A contested episode: why, where the dispute stands, and what it is about in days and money. */
export const dispute = z
  .strictObject({
    id: z.string(),
    region: countyCode,
    municipality: municipalityCode,
    district: districtCode.nullable(),
    month,
    liability: z.string().meta({ description: 'The id of the liability that was contested' }),
    episode: episodeId,
    reason: disputeReason,
    text: z.string().nullable(),
    raisedBy: z.string(),
    raisedAt: instant,
    status: disputeStatus,
    step: step.meta({ description: 'The step of the ladder on which it stands, or ended' }),
    ladder: z.array(step),
    cites: z.string().nullable().meta({ description: 'The paragraph that names the ladder; null for the usual one' }),
    with: owed.meta({ description: 'The liability with the episode; of a dispute that has ended, as it was then' }),
    without: owed.meta({ description: 'The same computed whole with the episode left out' }),
    held: owed.meta({
      description: 'What is not payable while the dispute is open: the difference, never below zero',
    }),
    decisions: z.array(
      z.strictObject({
        number: z.int(),
        step: slug,
        outcome: z.enum(['upheld', 'rejected', 'escalated', 'withdrawn']),
        reason: z.string(),
        participants: z.array(z.string()),
        party: z.enum(['region', 'municipality']),
        decidedBy: z.string(),
        decidedAt: instant,
      }),
    ),
  })
  .meta({ id: 'Dispute' })

export const disputeList = listOf('disputes', dispute)

/** What narrows a list of disputes. */
export const disputeFilter = {
  region: countyCode.optional(),
  municipality: municipalityCode.optional(),
  month: month.optional(),
  status: disputeStatus.optional(),
}

const totals = {
  open: z.array(
    z.strictObject({
      step,
      age: z.strictObject({ fromDays: z.int(), untilDays: z.int().nullable() }),
      disputes: z.int(),
      held: owed.meta({ description: 'Each dispute by itself, added up' }),
    }),
  ),
  decided: z.array(
    z.strictObject({
      outcome: disputeStatus.exclude(['open']),
      disputes: z.int(),
      difference: owed.meta({ description: 'What the episodes came to when they were decided, added up' }),
    }),
  ),
}

/** The disputes of each county that concern the caller: open ones by step and age, ended ones by outcome. */
export const disputeSummary = z
  .strictObject({
    counties: z.array(
      z.strictObject({
        region: countyCode,
        ...totals,
        units: z.array(
          z.strictObject({ municipality: municipalityCode, district: districtCode.nullable(), ...totals }),
        ),
      }),
    ),
  })
  .meta({ id: 'DisputeSummary' })
