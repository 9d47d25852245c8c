import { endpoint } from '#http/endpoint.ts'
import { checkAnswer } from './accesses/check-answer.ts'
import { logOwnerOf } from './accesses/log-owner.ts'
import type { Writing } from './environment.ts'
import { deployed, writing } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'

/** Keeps that the log of accesses has been checked, and what came of it; said again by the same person it stays one. */
export const answer = endpoint(routes.reportLogCheck, async ({ caller, body }, { logChecks, now }: Writing) => {
  const owner = logOwnerOf(caller)
  refuseIdentityNumbers({ '/note': body.note })
  const kept = await logChecks.add(owner, { ...body, by: caller.sub, at: now() })
  return { status: 201, body: checkAnswer(kept) }
})

export const handler = deployed(answer, writing)
