import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import { differenceAnswer } from './agreements/differences/difference-answer.ts'
import { differencesBetween } from './agreements/differences/differences.ts'
import type { Reading } from './environment.ts'
import { loadNamed } from './lifecycle/find-version.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers in what two versions differ, in meaning and in words. */
export const answer = endpoint(routes.getRuleDifferences, async ({ query }, environment: Reading) => {
  const [was, is] = await Promise.all([loadNamed(environment, query.was), loadNamed(environment, query.is)])
  if (was === undefined || is === undefined) throw notFound()
  const differences = differencesBetween(was, is).map(differenceAnswer)
  return { status: 200, body: { was: was.reference, is: is.reference, differences } }
})

export const handler = deployed(answer, reading)
