import type { LoadCatalog } from '#agreements/load-catalog.ts'
import { monthOf } from '#domain/calendar/civil-date.ts'
import { factsOf } from '#domain/episode/facts.ts'
import { candidateDates } from '#domain/liability/candidate-days.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import type { LiabilityKey } from '#domain/liability/liability.ts'
import { conflict } from '#http/problem.ts'
import type { Revision } from '#store/revision.ts'
import type { EpisodeReference } from '../episodes/episode-reference.ts'
import { type AdjustmentSources, asAdjusted } from '../settlements/adjustments.ts'
import { noCandidate, notACandidate } from './refusals.ts'
import type { Candidate } from './review-answer.ts'

/** What a candidate is found with. */
export type CandidateSources = AdjustmentSources & { readonly catalog: LoadCatalog }

/** An episode as a candidate in its liability, as it is decided now; 409 when it has no candidate days. */
export const findCandidate = async (
  { catalog, ...sources }: CandidateSources,
  reference: EpisodeReference,
  { number: revision, episode }: Revision,
): Promise<Candidate> => {
  const recorded = { ...reference, revision, facts: factsOf(episode) }
  const [decided] = await asAdjusted(sources, [decideInBulk(await catalog(), recorded)])
  const dischargedOn = recorded.facts.discharge?.on
  if (decided === undefined || dischargedOn === undefined) throw conflict(notACandidate.open, 'not-a-candidate')
  if (candidateDates(decided).length === 0)
    throw conflict(notACandidate[noCandidate(decided.decision)], 'not-a-candidate')
  return { key: keyOf(decided, monthOf(dischargedOn)), decided }
}

const keyOf = ({ region, decision: { rule, unit, unitKnown } }: DecidedEpisode, month: string): LiabilityKey => ({
  region,
  municipality: unit?.municipality,
  district: unit?.district,
  month,
  rule,
  unitKnown,
})
