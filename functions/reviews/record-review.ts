import { candidateDates } from '#domain/liability/candidate-days.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import type { ReviewBody } from '#schemas/review.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import type { ReviewStore, StoredAction, StoredReview } from '#store/review-store.ts'
import { showEpisodeId } from '../episodes/episode-reference.ts'

/** What a decision is recorded with: where, by whom, and when. */
export type Recording = { readonly reviews: ReviewStore; readonly by: string; readonly now: () => string }

/**
 * Records a decision on a candidate, with its improvement action, as the latest one on its episode; said again by the same
 * person it stays one.
 */
export const recordReview = async (
  { reviews, by, now }: Recording,
  candidate: DecidedEpisode,
  month: string,
  body: ReviewBody,
): Promise<void> => {
  const { region, decision } = candidate
  const episode = showEpisodeId(candidate)
  for (;;) {
    const [kept, actions] = await Promise.all([reviews.ofMonth(region, month), reviews.actions(region)])
    const last = kept.filter((made) => made.episode === episode).at(-1)
    const number = (last?.number ?? 0) + 1
    const at = now()
    const action: StoredAction | undefined = body.action && {
      id: `${episode}~${month}~${number}`,
      episode,
      month,
      municipality: decision.unit?.municipality,
      district: decision.unit?.district,
      ...body.action,
      by,
      at,
    }
    const made = reviewOf(candidate, body, { episode, number, action: action?.id, by, at })
    const lastAction = actions.find(({ action: { id } }) => id === last?.action)?.action
    if (last !== undefined && said(last, lastAction) === said(made, action)) return
    if (await reviews.decide(region, month, made, action)) return
    // Someone else has decided meanwhile: this is the later decision.
  }
}

type Named = Pick<StoredReview, 'episode' | 'number' | 'action' | 'by' | 'at'>

const reviewOf = (candidate: DecidedEpisode, body: ReviewBody, named: Named): StoredReview => {
  const { outcome, reason, participants } = body
  const candidateDays = candidateDates(candidate).length
  return {
    ...named,
    revision: candidate.revision,
    outcome,
    candidateDays,
    days: daysLeft(body, candidateDays),
    reason,
    participants,
  }
}

const daysLeft = ({ outcome, days }: ReviewBody, candidateDays: number): number => {
  switch (outcome) {
    case 'approve':
      return candidateDays
    case 'waive':
      return 0
    case 'adjust':
      return days ?? 0
  }
}

/** What a decision says, whenever it was said. */
const said = (review: StoredReview, action: StoredAction | undefined): string => {
  const { number: _, at: __, action: ___, ...of } = review
  return canonicalJson([of, action?.text, action?.responsible, action?.due])
}
