import { candidateDates } from '#domain/liability/candidate-days.ts'
import { endpoint } from '#http/endpoint.ts'
import { conflict, unprocessable } from '#http/problem.ts'
import type { Submitting } from './environment.ts'
import { findEpisode } from './episodes/find-episode.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { deployed, logged, submitting } from './on-aws/deployed.ts'
import { daysFaults, textsOf } from './reviews/decision-body.ts'
import { findCandidate } from './reviews/find-candidate.ts'
import { recordReview } from './reviews/record-review.ts'
import { revisionNotCurrent } from './reviews/refusals.ts'
import { reviewAnswer } from './reviews/review-answer.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'
import { correctTouched } from './settlements/correct-closed.ts'

/** Records what a joint group has decided of the candidate days of an episode as it is now; a closed month is then corrected. */
export const answer = endpoint(routes.decideCandidate, async ({ caller, body, touched }, environment: Submitting) => {
  touched({ episode: body.episode })
  const region = regionOf(caller)
  refuseIdentityNumbers(textsOf(body))
  const { reference, current } = await findEpisode(environment, caller, body.episode)
  touched(touchedEpisode(reference, current))
  if (body.revision !== undefined && body.revision !== current.number)
    throw conflict(revisionNotCurrent, 'revision-not-current')
  const candidate = await findCandidate(environment, reference, current)
  const { municipality, district, month } = candidate.key
  const faults = daysFaults(body, candidateDates(candidate.decided).length)
  if (faults.length > 0) throw unprocessable(faults)
  const { reviews, now } = environment
  await recordReview({ reviews, by: caller.sub, now }, candidate.decided, month, body)
  await correctTouched(environment, region, [{ municipality, district, month }])
  const [decided, made] = [await findCandidate(environment, reference, current), await reviews.ofMonth(region, month)]
  return { status: 201, body: await reviewAnswer(environment.episodes, decided, made) }
})

export const handler = deployed(answer, logged(submitting))
