import { candidateDates, isPending } from '#domain/liability/candidate-days.ts'
import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { refuseDisposed } from './disposals/refuse-disposed.ts'
import type { Reading } from './environment.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { askedRegion, callersMonth } from './reviews/callers-month.ts'
import { reviewAnswer } from './reviews/review-answer.ts'
import { routes } from './routes.ts'

/** Answers the candidates of a month, each with what the joint group has decided of it. */
export const answer = endpoint(routes.listReviews, async ({ caller, query, touched }, environment: Reading) => {
  const { month, municipality, status } = query
  const region = askedRegion(caller, query.region)
  const [liabilities, made] = await Promise.all([
    callersMonth(environment, caller, { region, month, municipality }),
    environment.reviews.ofMonth(region, month),
  ])
  if (liabilities.length === 0) await refuseDisposed(environment.disposals, caller, month)
  const candidates = liabilities
    .flatMap(({ key, episodes }) => episodes.map((decided) => ({ key, decided })))
    .filter(({ decided }) => candidateDates(decided).length > 0)
    .filter(({ decided }) => status === undefined || isPending(decided) === (status === 'pending'))
  const page = pageOf('reviews', candidates, query)
  const reviews = await Promise.all(
    page.reviews.map((candidate) => reviewAnswer(environment.episodes, candidate, made)),
  )
  touched(...reviews.map(({ episode, hospital }) => ({ episode, hospital })))
  return { status: 200, body: { ...page, reviews } }
})

export const handler = deployed(answer, logged(reading))
