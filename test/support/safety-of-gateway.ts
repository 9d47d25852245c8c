import { deployedRoutes } from '../../cdk/deployed-routes.ts'
import { idIn, idsIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

const ROUTE = 'AWS::ApiGatewayV2::Route'
const STAGE = 'AWS::ApiGatewayV2::Stage'
const AUTHORIZER = 'AWS::ApiGatewayV2::Authorizer'
const PERMISSION = 'AWS::Lambda::Permission'

const OPEN = ['GET /v1/api-info', 'GET /v1/health', 'GET /v1/openapi.json', '$default']

const keysOf = (template: Template): readonly string[] =>
  resourcesOf(template, ROUTE).map(([, { Properties: route }]) => route.RouteKey)

/** Who is let in, how often, and what is written down of it. */
export const gatewayProperties: readonly SafetyProperty[] = [
  {
    name: 'every route of the route table is deployed, and nothing else',
    faults: (template) => {
      const expected = deployedRoutes.map(({ routeKey }) => routeKey)
      const found = keysOf(template)
      return [...expected.filter((key) => !found.includes(key)), ...found.filter((key) => !expected.includes(key))]
    },
    breaks: [
      removeAll(ROUTE),
      changeOne(ROUTE, (route) => {
        route.RouteKey = 'GET /v1/secret'
      }),
    ],
  },
  {
    name: 'every route but the open ones asks the authorizer for a token',
    faults: (template) =>
      faultsAmong(template, ROUTE, ({ RouteKey, AuthorizationType, AuthorizerId }) =>
        OPEN.includes(RouteKey)
          ? AuthorizationType === 'NONE'
          : AuthorizationType === 'JWT' && template.Resources[idIn(AuthorizerId) ?? '']?.Type === AUTHORIZER,
      ),
    breaks: [
      changeOne(
        ROUTE,
        (route) => {
          route.AuthorizationType = 'NONE'
        },
        -2,
      ),
      changeOne(
        ROUTE,
        (route) => {
          delete route.AuthorizerId
        },
        -2,
      ),
      removeAll(AUTHORIZER),
    ],
  },
  {
    name: 'the authorizer takes tokens of the issuer and for the audience that were given, from the header alone',
    faults: (template) =>
      faultsAmong(
        template,
        AUTHORIZER,
        ({ AuthorizerType, JwtConfiguration: jwt, IdentitySource }) =>
          AuthorizerType === 'JWT' &&
          jwt?.Issuer === 'https://issuer.example' &&
          `${jwt.Audience}` === 'fristdag' &&
          `${IdentitySource}` === '$request.header.Authorization',
      ),
    breaks: [
      changeOne(AUTHORIZER, ({ JwtConfiguration: jwt }) => {
        jwt.Issuer = 'https://other.example'
      }),
      changeOne(AUTHORIZER, ({ JwtConfiguration: jwt }) => {
        jwt.Audience = []
      }),
      changeOne(AUTHORIZER, (authorizer) => {
        authorizer.IdentitySource = ['$request.querystring.token']
      }),
    ],
  },
  {
    name: 'every route has a limit of its own, imports a lower one, and so has whatever is not named',
    faults: (template) =>
      faultsAmong(template, STAGE, ({ DefaultRouteSettings: all, RouteSettings: each = {} }) => {
        const limits: readonly Properties[] = [all, ...keysOf(template).map((key) => each[key])]
        const imports = each['POST /v1/episode-imports']
        return (
          limits.every((limit) => limit?.ThrottlingRateLimit > 0 && limit.ThrottlingBurstLimit > 0) &&
          imports.ThrottlingRateLimit < all.ThrottlingRateLimit
        )
      }),
    breaks: [
      changeOne(STAGE, (stage) => {
        delete stage.DefaultRouteSettings
      }),
      changeOne(STAGE, ({ RouteSettings }) => {
        delete RouteSettings['GET /v1/liabilities']
      }),
      changeOne(STAGE, ({ RouteSettings, DefaultRouteSettings }) => {
        RouteSettings['POST /v1/episode-imports'] = DefaultRouteSettings
      }),
      changeOne(STAGE, ({ RouteSettings }) => {
        RouteSettings.$default.ThrottlingBurstLimit = 0
      }),
    ],
  },
  {
    name: 'every request is logged as JSON, without paths, queries or addresses of resources',
    faults: (template) =>
      faultsAmong(template, STAGE, ({ AccessLogSettings: log }) => {
        const isLogged = template.Resources[idIn(log?.DestinationArn) ?? '']?.Type === 'AWS::Logs::LogGroup'
        return isLogged && isJson(log.Format) && !/\$context\.(path|http\.path|requestOverride)|query/.test(log.Format)
      }),
    breaks: [
      changeOne(STAGE, (stage) => {
        delete stage.AccessLogSettings
      }),
      changeOne(STAGE, ({ AccessLogSettings: log }) => {
        log.Format = '$context.routeKey $context.status'
      }),
      changeOne(STAGE, ({ AccessLogSettings: log }) => {
        log.Format = '{"path":"$context.path"}'
      }),
    ],
  },
  {
    name: 'nothing but the gateway may call a function, and only by the route that it answers',
    faults: (template) =>
      faultsAmong(template, PERMISSION, ({ Principal, Action, FunctionName, SourceArn }) => {
        const path = JSON.stringify(SourceArn ?? '').match(/\/\*\/\*([^"]*)"/)?.[1]
        return (
          Principal === 'apigateway.amazonaws.com' &&
          Action === 'lambda:InvokeFunction' &&
          path === pathTo(template, idIn(FunctionName))
        )
      }),
    breaks: [
      changeOne(PERMISSION, (permission) => {
        permission.Principal = '*'
      }),
      changeOne(PERMISSION, (permission) => {
        delete permission.SourceArn
      }),
      (template) => {
        const [[, first] = [], [, second] = []] = resourcesOf(template, PERMISSION)
        if (first && second) second.Properties.SourceArn = first.Properties.SourceArn
      },
    ],
  },
]

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

// The path of the route that a function answers, as the permission to call it writes it.
const pathTo = (template: Template, functionId: string | undefined): string | undefined => {
  const route = resourcesOf(template, ROUTE).find(([, { Properties: of }]) => {
    const integration = template.Resources[idsIn(of.Target)[0] ?? '']
    return idIn(integration?.Properties.IntegrationUri) === functionId
  })
  const [, path = ''] = String(route?.[1].Properties.RouteKey).split(' ')
  return route === undefined ? undefined : path
}
