import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { createLocalJWKSet, jwtVerify } from 'jose'
import type { LambdaHandler } from '#http/endpoint.ts'
import { serve } from '#local/http-server.ts'
import { routeHandlers } from '#local/route-handlers.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { type TokenIssuer, tokenIssuer } from '#local/token-issuer.ts'
import { type Api, apiAt } from './api.ts'
import { type Assembly, idIn, idsIn, type Properties, resourcesOf } from './assembly.ts'
import { type DeployedQueues, startQueues } from './deployed-queue.ts'
import { startDynamodbEndpoint } from './dynamodb-endpoint.ts'
import { startKmsEndpoint } from './kms-endpoint.ts'
import { type LambdaFunction, startFunction } from './lambda-function.ts'
import { type S3Endpoint, startS3Endpoint } from './s3-endpoint.ts'

/** A stack in the state after its deployment, built from its template and assets alone. */
export type DeployedStack = Api & {
  /** What CloudFormation is told when the step that publishes the rules runs for such a request. */
  readonly publish: (requestType: string) => Promise<Properties>
  readonly queues: DeployedQueues
  /** What lies in the buckets. */
  readonly buckets: S3Endpoint
  readonly stop: () => Promise<void>
}

/** Puts stand-ins where AWS would be: table, keys, buckets, queues, issuer, and a gateway that does what the template says. */
export const deploy = async (deployed: Assembly): Promise<DeployedStack> => {
  const { template } = deployed
  const table = openSqliteTable(':memory:')
  const keyIds = resourcesOf(template, 'AWS::KMS::Key').map(([id]) => id)
  const bucketIds = resourcesOf(template, 'AWS::S3::Bucket').map(([id]) => id)
  const [dynamodb, kms, buckets] = await Promise.all([
    startDynamodbEndpoint(table),
    startKmsEndpoint(keyIds),
    startS3Endpoint(bucketIds),
  ])
  const [, authorizer] = resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer')[0] ?? []
  const { Issuer, Audience } = authorizer?.Properties.JwtConfiguration ?? {}
  const issuer = await tokenIssuer({ issuer: Issuer, audience: Audience[0], now: () => new Date() })

  const physicalId = (id: string): string => {
    switch (template.Resources[id]?.Type) {
      case 'AWS::DynamoDB::Table':
        return 'items'
      case 'AWS::SQS::Queue':
        return `${queues.url}/${id}`
      default:
        return id
    }
  }
  const around: Record<string, string> = {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
    AWS_ENDPOINT_URL_KMS: kms.url,
    AWS_ENDPOINT_URL_S3: buckets.url,
  }
  const functions = new Map<string, LambdaFunction>()
  const functionOf = (id: string): LambdaFunction => {
    const started = functions.get(id) ?? startFunction(deployed, id, physicalId, around)
    functions.set(id, started)
    return started
  }
  const queues = await startQueues(template, functionOf)
  around.AWS_ENDPOINT_URL_SQS = queues.url

  const handlers = Object.fromEntries(
    resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties: route }]) => {
      const [integrationId = ''] = idsIn(route.Target)
      const functionId = idIn(template.Resources[integrationId]?.Properties.IntegrationUri) ?? ''
      const handler: LambdaHandler = (event) => functionOf(functionId).invoke(event)
      return [route.RouteKey, route.AuthorizationType === 'JWT' ? withToken(issuer, handler) : handler]
    }),
  )
  const { $default: otherwise, ...byRoute } = handlers
  const handlerFor = await routeHandlers({
    routes: {},
    environment: undefined,
    extra: {
      ...byRoute,
      'POST /oauth2/token': issuer.handler,
      'GET /jwks.json': async () => ({ statusCode: 200, body: JSON.stringify(issuer.jwks) }),
    },
    load: async () => ({ answer: { bind: () => otherwise } }),
  })
  const gateway = await serve({ port: 0, handlerFor })
  // In place of the address that follows from the issuer's name.
  around.JWKS_URL = `${gateway.url}/jwks.json`

  const [, step] = resourcesOf(template, 'Custom::PublishedRules')[0] ?? []
  return {
    ...apiAt(gateway.url),
    publish: (requestType) => publish(functionOf(idIn(step?.Properties.ServiceToken) ?? ''), requestType),
    queues,
    buckets,
    stop: async () => {
      await gateway.stop()
      await queues.settled()
      await Promise.all([...functions.values()].map((each) => each.stop()))
      await Promise.all([dynamodb.close(), kms.close(), buckets.close(), queues.close()])
      table.close()
    },
  }
}

// What the gateway's own authorizer does before a function is called.
const withToken =
  ({ jwks, issuer, audience }: TokenIssuer, handler: LambdaHandler): LambdaHandler =>
  async (event, invocation) => {
    const token = event.headers.authorization?.replace(/^bearer /i, '') ?? ''
    const isGood = await jwtVerify(token, createLocalJWKSet(jwks), { issuer, audience }).then(
      () => true,
      () => false,
    )
    return isGood ? handler(event, invocation) : { statusCode: 401, body: '{"message":"Unauthorized"}' }
  }

const publish = async (publisher: LambdaFunction, RequestType: string): Promise<Properties> => {
  const told = Promise.withResolvers<Properties>()
  const cloudFormation = createServer(async (request, response) => {
    const body = await text(request)
    response.end()
    told.resolve({ method: request.method, contentType: request.headers['content-type'], ...JSON.parse(body) })
  })
  await new Promise<void>((resolve) => cloudFormation.listen(0, '127.0.0.1', resolve))
  const address = cloudFormation.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const ResponseURL = `http://127.0.0.1:${address.port}/`
  try {
    await publisher.invoke({ RequestType, ResponseURL, StackId: 's', RequestId: 'r', LogicalResourceId: 'l' })
    return await told.promise
  } finally {
    cloudFormation.closeAllConnections()
    cloudFormation.close()
  }
}
