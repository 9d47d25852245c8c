import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import { DEFAULT_PATH, type Route } from '#http/route.ts'
import { alone, deployed } from './on-aws/deployed.ts'

/** The gateway's `$default` route: whatever no other route answers is a 404 problem. */
export const answer = endpoint(
  {
    method: 'GET',
    path: DEFAULT_PATH,
    file: 'not-found',
    summary: 'Answers 404 for everything else',
    answers: {},
  } satisfies Route,
  async () => {
    throw notFound()
  },
)

export const handler = deployed(answer, alone)
