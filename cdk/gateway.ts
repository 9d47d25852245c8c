import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Issuer } from './bind-issuer.ts'
import type { BundledFunction } from './bundled-function.ts'
import type { DeployedRoute } from './deployed-routes.ts'
import type { Environment, Throttle } from './environments.ts'

/** A route with the function that answers it. */
export type AnsweredRoute = { readonly route: DeployedRoute; readonly by: BundledFunction }

/** What is let in where, by whose tokens, how often, and under which key it is logged. */
export type GatewayProps = {
  readonly routes: readonly AnsweredRoute[]
  readonly issuer: Issuer
  readonly logKey: Key
  readonly environment: Environment
}

/** The HTTP API: a token for every route that is not open, a limit for each, and a log line for every request. */
export class Gateway extends Construct {
  readonly api: HttpApi
  readonly accessLog: LogGroup

  constructor(scope: Construct, id: string, { routes, issuer, logKey, environment }: GatewayProps) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', { apiName: scope.node.id, createDefaultStage: false })
    this.accessLog = new LogGroup(this, 'AccessLog', {
      encryptionKey: logKey,
      retention: environment.logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const tokens = new HttpJwtAuthorizer('Tokens', issuer.issuer, { jwtAudience: [issuer.audience] })
    const deployed = routes.map(({ route, by }) => {
      const made = new HttpRoute(this, `Route-${route.file}`, {
        httpApi: this.api,
        routeKey: routeKeyOf(route),
        integration: new HttpLambdaIntegration(route.file, by.lambda, { timeout: Duration.seconds(29) }),
        authorizer: route.isOpen ? new HttpNoneAuthorizer() : tokens,
      })
      if (route.isOpen) acknowledge(made, 'AwsSolutions-APIG4', `${route.file} tells nothing that needs a token`)
      return made
    })
    const stage = new CfnStage(this, 'Stage', {
      apiId: this.api.apiId,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: this.accessLog.logGroupArn, format: JSON.stringify(ACCESS_LOG) },
      defaultRouteSettings: routeSettings(environment.throttle),
      routeSettings: Object.fromEntries(
        routes.map(({ route }) => [
          route.routeKey,
          routeSettings(environment.throttleOf[route.file] ?? environment.throttle, 'ByName'),
        ]),
      ),
    })
    // Settings that name a route are refused before the route is there.
    stage.node.addDependency(...deployed)
  }
}

/** What is logged of a request: which route, never the path or a query, which name episodes and units. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  functionLatency: '$context.integrationLatency',
  responseBytes: '$context.responseLength',
  client: '$context.authorizer.claims.sub',
  sourceIp: '$context.identity.sourceIp',
  error: '$context.error.message',
  authorizerError: '$context.authorizer.error',
  functionError: '$context.integrationErrorMessage',
}

const routeKeyOf = ({ routeKey }: DeployedRoute): HttpRouteKey => {
  const [method = '', path] = routeKey.split(' ')
  return path === undefined ? HttpRouteKey.DEFAULT : HttpRouteKey.with(path, METHODS[method])
}

const METHODS: Readonly<Record<string, HttpMethod>> = HttpMethod

// CloudFormation takes the settings of a named route as they are, in the words of the API.
const routeSettings = ({ rate, burst }: Throttle, naming?: 'ByName') =>
  naming === undefined
    ? { throttlingRateLimit: rate, throttlingBurstLimit: burst }
    : { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }
