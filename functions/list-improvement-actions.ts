import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import type { Reading } from './environment.ts'
import { deployed, logged, reading } from './on-aws/deployed.ts'
import { askedRegion } from './reviews/callers-month.ts'
import { improvementAnswer, visibleActions } from './reviews/improvement-answer.ts'
import { routes } from './routes.ts'

/** Answers the improvements that the joint group has decided on, with what has become of each. */
export const answer = endpoint(
  routes.listImprovementActions,
  async ({ caller, query, touched }, { reviews }: Reading) => {
    const region = askedRegion(caller, query.region)
    const page = pageOf('improvementActions', await visibleActions(reviews, caller.tenant, region), query)
    touched(...page.improvementActions.map(({ action: { episode } }) => ({ episode })))
    const improvementActions = page.improvementActions.map((each) => improvementAnswer(region, each))
    return { status: 200, body: { ...page, improvementActions } }
  },
)

export const handler = deployed(answer, logged(reading))
