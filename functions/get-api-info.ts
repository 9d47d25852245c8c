import { apiFacts } from '#http/api-facts.ts'
import { endpoint } from '#http/endpoint.ts'
import { alone, deployed } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers name, version and status of the API. */
export const answer = endpoint(routes.apiInfo, async () => ({ status: 200, body: apiFacts }))

export const handler = deployed(answer, alone)
