import { candidateDates } from '#domain/liability/candidate-days.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import type { LiabilityKey } from '#domain/liability/liability.ts'
import { liabilityId } from '#domain/liability/month.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { StoredReview } from '#store/review-store.ts'
import { showEpisodeId } from '../episodes/episode-reference.ts'

/** A candidate as it stands in its liability. */
export type Candidate = { readonly key: LiabilityKey; readonly decided: DecidedEpisode }

/** A candidate as the API writes it, with every decision on it and what both parties know it by; texts still in both languages. */
export const reviewAnswer = async (
  episodes: Pick<EpisodeReads, 'revision'>,
  { key, decided }: Candidate,
  reviews: readonly StoredReview[],
) => {
  const { region, id, revision, facts, decision } = decided
  const stored = await episodes.revision(region, id, revision)
  const dates = candidateDates(decided)
  const own = reviews.filter(({ episode }) => episode === showEpisodeId({ region, id }))
  const standing = own.find(({ number }) => number === decision.review?.number)
  return {
    episode: showEpisodeId({ region, id }),
    revision,
    region,
    municipality: key.municipality ?? null,
    district: key.district ?? null,
    month: key.month,
    liability: liabilityId(key),
    hospital: facts.hospital,
    ward: stored?.episode.ward ?? null,
    caseNumber: stored?.episode.caseNumber ?? null,
    readyDays: `${decision.days?.readyDays ?? 0}`,
    candidateDays: `${dates.length}`,
    candidateDates: dates,
    status: standing === undefined ? 'pending' : 'decided',
    decision: standing === undefined ? null : decisionAnswer(standing),
    earlier: own.filter((made) => made !== standing).map(decisionAnswer),
    flags: decision.flags,
  }
}

const decisionAnswer = ({ episode: _, candidateDays, days, action, by, at, ...made }: StoredReview) => ({
  ...made,
  candidateDays: `${candidateDays}`,
  days: `${days}`,
  action: action ?? null,
  decidedBy: by,
  decidedAt: at,
})
