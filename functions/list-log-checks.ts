import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { checkAnswer } from './accesses/check-answer.ts'
import { logOwnerOf } from './accesses/log-owner.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers the checks that have been made of the caller's log of accesses, the newest first. */
export const answer = endpoint(routes.listLogChecks, async ({ caller, query }, { logChecks }: Reading) => {
  const checks = await logChecks.ofOwner(logOwnerOf(caller), query.month)
  return { status: 200, body: pageOf('checks', checks.map(checkAnswer), query) }
})

export const handler = deployed(answer, reading)
