import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import type { Writing } from './environment.ts'
import { deployed, logged, writing } from './on-aws/deployed.ts'
import { improvementAnswer } from './reviews/improvement-answer.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'

/** Keeps what has become of an improvement action, after all that was told before; said again by the same person it stays one. */
export const answer = endpoint(
  routes.reportImprovement,
  async ({ caller, params, body, touched }, { reviews, now }: Writing) => {
    const [region, by] = [regionOf(caller), caller.sub]
    refuseIdentityNumbers({ '/text': body.text })
    for (;;) {
      const found = (await reviews.actions(region)).find(({ action }) => action.id === params.action)
      if (found === undefined) throw notFound()
      const { action, outcomes } = found
      touched({ episode: action.episode })
      const last = outcomes.at(-1)
      if (last?.status === body.status && last.text === body.text && last.by === by)
        return { status: 201, body: improvementAnswer(region, found) }
      const told = { ...body, number: outcomes.length + 1, by, at: now() }
      if (await reviews.addOutcome(region, action.id, told))
        return { status: 201, body: improvementAnswer(region, { action, outcomes: [...outcomes, told] }) }
      // Another has told something meanwhile, and all is read again.
    }
  },
)

export const handler = deployed(answer, logged(writing))
