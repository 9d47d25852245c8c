import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import type { Reading } from './environment.ts'
import { exportAnswers } from './exports/export-answer.ts'
import { findExports } from './exports/find-exports.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers the published statistics that the caller may have. */
export const answer = endpoint(routes.listExports, async ({ caller, query }, { exports }: Reading) => ({
  status: 200,
  body: pageOf('exports', exportAnswers(await findExports(exports, caller, query)), query),
}))

export const handler = deployed(answer, reading)
