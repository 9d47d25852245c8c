import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiParameterObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
  type ZodOpenApiSecuritySchemeObject,
} from 'zod-openapi'
import { purpose } from '#schemas/access-log.ts'
import { apiFacts } from './api-facts.ts'
import { problemResponses, sharedProblemResponses } from './openapi-problems.ts'
import { type RenderedSchemas, renderSchemas } from './openapi-schemas.ts'
import type { Route } from './route.ts'

/** An OpenAPI document. */
export type OpenApiDocument = ReturnType<typeof createDocument>

/** The OpenAPI 3.1 document of a route table; the same table always gives the same document. */
export const openApiDocument = (routes: Readonly<Record<string, Route>>): OpenApiDocument => {
  const schemas = renderSchemas(routes)
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: apiFacts.apiName,
      version: apiFacts.apiVersion,
      description: DESCRIPTION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(Object.values(routes).map(tagOf))].map((name) => ({ name })),
    paths: pathsOf(routes, schemas),
    components: {
      schemas: sorted(schemas.components),
      responses: sharedProblemResponses(),
      securitySchemes: { bearer: BEARER },
    },
  })
}

const DESCRIPTION = [
  'Municipal payment liability when a patient is ready to leave hospital (Lag 2017:612).',
  'Texts are in Swedish, in English with `Accept-Language: en`. `traceparent` is accepted and returned.',
  'Absent means not recorded; `null` is accepted as absent. Unknown properties and parameters are refused.',
  'Refusals are `application/problem+json` (RFC 9457), except what the gateway answers by itself (401, 413, 429 and 503).',
].join('\n\n')

const BEARER: ZodOpenApiSecuritySchemeObject = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'An OAuth 2 access token from the client credentials grant. Its claims name one tenant (`region`, `municipality` or `association`) and the scopes in `scope`.',
}

const pathsOf = (routes: Readonly<Record<string, Route>>, schemas: RenderedSchemas): ZodOpenApiPathsObject => {
  const paths: ZodOpenApiPathsObject = {}
  for (const [operation, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(operation, route, schemas) }
  }
  return paths
}

const operationOf = (operationId: string, route: Route, schemas: RenderedSchemas): ZodOpenApiOperationObject => {
  const parameters = [...pathParameters(route), ...queryParameters(operationId, route, schemas), ...headers(route)]
  return {
    operationId,
    tags: [tagOf(route)],
    summary: route.summary,
    ...(route.scope && { security: [{ bearer: [route.scope] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: {
        required: true,
        description: `At most ${route.body.maximumBytes} bytes.`,
        content: { [route.body.mediaType]: { schema: schemas.of(operationId, 'body') } },
      },
    }),
    responses: { ...answersOf(operationId, route, schemas), ...problemResponses(route) },
  }
}

// `/v1/episodes/{episode}` is about episodes; what needs no token is about the API.
const tagOf = ({ path, scope }: Route): string => (scope === undefined ? 'api' : (path.split('/')[2] ?? 'api'))

const pathParameters = ({ path }: Route): readonly ZodOpenApiParameterObject[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

const queryParameters = (
  operation: string,
  { query }: Route,
  schemas: RenderedSchemas,
): readonly ZodOpenApiParameterObject[] => {
  if (query === undefined) return []
  const rendered = schemas.of(operation, 'query')
  const { properties = {}, required = [] } = typeof rendered === 'object' && 'properties' in rendered ? rendered : {}
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

const headers = ({ method, patients }: Route): readonly ZodOpenApiParameterObject[] => [
  ...(method === 'PUT' ? [header('If-Match', { type: 'string' }, 'The ETag last read')] : []),
  ...(patients === undefined
    ? []
    : [header('X-Purpose', { type: 'string', enum: purpose.options, default: patients }, PURPOSE)]),
]

const PURPOSE = 'For what patients are looked at; it stands in the log of accesses'

const header = (
  name: string,
  schema: { readonly type: 'string'; readonly enum?: string[]; readonly default?: string },
  description: string,
): ZodOpenApiParameterObject => ({ name, in: 'header', required: false, schema, description })

const MEANINGS: Readonly<Record<string, string>> = { 201: 'Created', 202: 'Accepted', 302: 'Found, at its location' }

const answersOf = (operation: string, { answers }: Route, schemas: RenderedSchemas): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      {
        description: MEANINGS[status] ?? 'OK',
        ...(status === '302' && { headers: { location: { schema: { type: 'string' as const } } } }),
        ...(schema && { content: { 'application/json': { schema: schemas.of(operation, status) } } }),
      },
    ]),
  )

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
