import { endpoint } from '#http/endpoint.ts'
import { ruleCalendarAnswer } from './agreements/calendar/rule-calendar-answer.ts'
import type { Reading } from './environment.ts'
import { knownAt } from './episodes/known-at.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers which rule applies in a county on each day from 2018-01-01 on, with holes and overlaps. */
export const answer = endpoint(routes.getRuleCalendar, async ({ query }, { catalog }: Reading) => ({
  status: 200,
  body: ruleCalendarAnswer(await catalog(knownAt(query)), query.region),
}))

export const handler = deployed(answer, reading)
