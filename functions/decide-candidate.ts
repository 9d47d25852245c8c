import { candidateDates } from '#domain/liability/candidate-days.ts'
import { endpoint } from '#http/endpoint.ts'
import { conflict, unprocessable } from '#http/problem.ts'
import { deployed, type Submitting, submitting } from './environment.ts'
import { findEpisode } from './episodes/find-episode.ts'
import { reviewFaults } from './reviews/body-faults.ts'
import { findCandidate } from './reviews/find-candidate.ts'
import { recordReview } from './reviews/record-review.ts'
import { revisionNotCurrent } from './reviews/refusals.ts'
import { reviewAnswer } from './reviews/review-answer.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { correctTouched } from './settlements/correct-closed.ts'

/** Records what a joint group has decided of the candidate days of an episode as it is now; a closed month is then corrected. */
export const answer = endpoint(routes.decideCandidate, async ({ caller, body }, environment: Submitting) => {
  const region = regionOf(caller)
  const faults = reviewFaults(body)
  if (faults.length > 0) throw unprocessable(faults)
  const { reference, current } = await findEpisode(environment, caller, body.episode)
  if (body.revision !== undefined && body.revision !== current.number)
    throw conflict(revisionNotCurrent, 'revision-not-current')
  const candidate = await findCandidate(environment, reference, current)
  const { municipality, district, month } = candidate.key
  if ((body.days ?? 0) > candidateDates(candidate.decided).length)
    throw unprocessable([{ pointer: '/days', rule: 'too-large' }])
  const { reviews, now } = environment
  await recordReview({ reviews, by: caller.sub, now }, candidate.decided, month, body)
  await correctTouched(environment, region, [{ municipality, district, month }])
  const [decided, made] = [await findCandidate(environment, reference, current), await reviews.ofMonth(region, month)]
  return { status: 201, body: await reviewAnswer(environment.episodes, decided, made) }
})

export const handler = deployed(answer, submitting)
