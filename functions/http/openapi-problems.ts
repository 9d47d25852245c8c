import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import type { Route } from './route.ts'

/** The problems that a route can answer, as references to the document's shared responses. */
export const problemResponses = (route: Route): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    statusesOf(route).map((status) => [status, { $ref: `#/components/responses/${PROBLEMS[status].name}` }]),
  )

/** One shared response for each status. */
export const sharedProblemResponses = (): { [name: string]: ZodOpenApiResponseObject } =>
  Object.fromEntries(
    Object.values(PROBLEMS).map(({ name, description }) => [
      name,
      { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  )

const PROBLEMS = {
  400: { name: 'UnreadableBody', description: 'The body is missing, or is not what its media type says' },
  401: { name: 'NotAuthenticated', description: 'The access token is missing or refused' },
  403: { name: 'Forbidden', description: 'The token lacks the scope, or may not do this' },
  404: { name: 'NotFound', description: "It does not exist, or is not the caller's to see" },
  409: { name: 'Conflict', description: 'It is at odds with what is stored' },
  410: { name: 'Gone', description: 'There were documents, and they have been disposed of' },
  412: { name: 'PreconditionFailed', description: 'If-Match is not the current revision' },
  413: { name: 'TooLarge', description: 'The body is larger, or holds more, than is accepted' },
  415: { name: 'UnsupportedMediaType', description: 'The body is in another media type' },
  422: { name: 'Invalid', description: 'One or more values cannot be accepted; `errors` has every one of them' },
  429: { name: 'TooManyRequests', description: 'The client has sent more than it may; try again after `Retry-After`' },
  500: { name: 'Internal', description: 'A fault of the service, which is logged' },
  503: { name: 'Busy', description: 'It cannot be done now; try again after `Retry-After`' },
} as const satisfies Record<number, { readonly name: string; readonly description: string }>

type ProblemStatus = keyof typeof PROBLEMS

const statusesOf = ({ scope, body, method, path, query }: Route): readonly ProblemStatus[] => {
  const needsToken = scope !== undefined
  const namesTenantOrThing = path.includes('{') || (needsToken && query !== undefined)
  return [
    ...(body ? ([400] as const) : []),
    ...(needsToken ? ([401, 403] as const) : []),
    ...(namesTenantOrThing ? ([404] as const) : []),
    ...(namesTenantOrThing && method === 'GET' ? ([410] as const) : []),
    ...(method === 'PUT' ? ([409, 412] as const) : []),
    ...(body ? ([413, 415] as const) : []),
    422,
    ...(needsToken ? ([429] as const) : []),
    500,
    503,
  ]
}
