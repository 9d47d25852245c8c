import { endpoint } from '#http/endpoint.ts'
import { refuseDisposed } from './disposals/refuse-disposed.ts'
import type { Reading } from './environment.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { analyseDelays } from './reviews/analyse-delays.ts'
import { askedRegion } from './reviews/callers-month.ts'
import { improvementAnswer, visibleActions } from './reviews/improvement-answer.ts'
import { routes } from './routes.ts'

/** Answers where the ready days of a month arose and why, what was late, what repeats, and what is being done about it. */
export const answer = endpoint(routes.getDelayAnalysis, async ({ caller, query, touched }, environment: Reading) => {
  const { month } = query
  const region = askedRegion(caller, query.region)
  const actions = await visibleActions(environment.reviews, caller.tenant, region)
  const improvementActions = actions
    .filter(({ action }) => action.month === month)
    .map((each) => improvementAnswer(region, each))
  touched(...improvementActions.map(({ episode }) => ({ episode })))
  const analysis = await analyseDelays(environment, caller, region, month)
  if (analysis.liabilities.length === 0) await refuseDisposed(environment.disposals, caller, month)
  return { status: 200, body: { ...analysis, improvementActions } }
})

export const handler = deployed(answer, logged(reading))
