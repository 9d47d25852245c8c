import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** The value of a request header, whatever the case of its name. */
export const headerOf = ({ headers }: Pick<APIGatewayProxyEventV2, 'headers'>, name: string): string | undefined => {
  const wanted = name.toLowerCase()
  const found = Object.keys(headers).find((key) => key.toLowerCase() === wanted)
  return found === undefined ? undefined : headers[found]
}
