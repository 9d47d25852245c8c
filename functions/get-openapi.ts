import { endpoint } from '#http/endpoint.ts'
import { openApiDocument } from '#http/openapi.ts'
import { alone, deployed } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers the OpenAPI document of the route table. */
export const answer = endpoint(routes.openapi, async () => ({
  status: 200,
  raw: { mediaType: 'application/json; charset=utf-8', text: documentText() },
}))

export const handler = deployed(answer, alone)

let text: string | undefined

const documentText = (): string => {
  text ??= JSON.stringify(openApiDocument(routes))
  return text
}
