import { idIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong, removeAll } from './template-checks.ts'

const FILTER = 'AWS::Logs::MetricFilter'
const STAGE = 'AWS::ApiGatewayV2::Stage'
const API = 'AWS::ApiGatewayV2::Api'

const filtersOf = (template: Template, metric: string): readonly Properties[] =>
  resourcesOf(template, FILTER)
    .map(([, { Properties: filter }]) => filter)
    .filter(({ MetricTransformations: [made] }) => made.MetricName === metric)

const change = (metric: string, to: (filter: Properties) => void) => (template: Template) => {
  for (const filter of filtersOf(template, metric).slice(-1)) to(filter)
}

/** The logs of the functions that may add to the log of accesses. */
const logsThatKeep = (template: Template): readonly string[] =>
  resourcesOf(template, 'AWS::Lambda::Function')
    .filter(([, { Properties: of }]) => of.Environment?.Variables.ACCESS_LOG_TABLE !== undefined)
    .map(([, { Properties: of }]) => idIn(of.LoggingConfig.LogGroup) ?? '')

const FIELDS = [
  ...['requestId', 'requestTimeEpoch', 'routeKey', 'status', 'responseLatency', 'integrationLatency'],
  ...['responseLength', 'authorizer.claims.sub', 'identity.sourceIp', 'error.message', 'authorizer.error'],
  'integrationErrorMessage',
].map((name) => `$context.${name}`)

/** What is counted of refusals, and that nothing which a sender chooses is in what is logged, named or measured. */
export const refusalProperties: readonly SafetyProperty[] = [
  {
    name: 'what is refused to those with a valid token is counted, and nothing else with it',
    faults: (template) => {
      const [filter, ...others] = filtersOf(template, 'AccessesRefused')
      const isRight =
        filter?.FilterPattern === '{ (($.status = "403") || ($.status = "404")) && ($.client != "-") }' &&
        resourcesOf(template, STAGE).every(
          ([, { Properties: stage }]) =>
            idIn(filter.LogGroupName) === idIn(stage.AccessLogSettings.DestinationArn) &&
            JSON.parse(stage.AccessLogSettings.Format).client === '$context.authorizer.claims.sub',
        )
      return isRight && others.length === 0 ? [] : ['AccessesRefused']
    },
    breaks: [
      removeAll(FILTER),
      change('AccessesRefused', (filter) => {
        filter.FilterPattern = '{ $.status = "403" }'
      }),
      change('AccessesRefused', (filter) => {
        filter.LogGroupName = { Ref: 'another' }
      }),
      changeOne(STAGE, ({ AccessLogSettings: log }) => {
        log.Format = log.Format.replace('claims.sub', 'claims.aud')
      }),
    ],
  },
  {
    name: 'an access that cannot be kept is counted in the log of every function that keeps any',
    faults: (template) => {
      const filters = filtersOf(template, 'AccessesNotKept')
      const counted = filters
        .filter(({ FilterPattern: pattern }) => pattern === '{ $.message.event = "access-not-kept" }')
        .map(({ LogGroupName: log }) => idIn(log))
      const wanted = logsThatKeep(template)
      return wanted.length === 0 ? ['no function keeps any'] : wanted.filter((log) => !counted.includes(log))
    },
    breaks: [
      removeAll(FILTER),
      change('AccessesNotKept', (filter) => {
        filter.FilterPattern = '{ $.event = "access-not-kept" }'
      }),
      (template) => {
        for (const [, { Properties: of }] of resourcesOf(template, 'AWS::Lambda::Function'))
          delete of.Environment?.Variables.ACCESS_LOG_TABLE
      },
    ],
  },
  {
    name: 'no field of the gateway’s log holds what a sender can choose beyond its token’s name',
    faults: (template) =>
      faultsAmong(template, STAGE, ({ AccessLogSettings: log }) =>
        Object.values(JSON.parse(log.Format)).every((field) => FIELDS.includes(String(field))),
      ),
    breaks: ['$context.path', '$context.identity.userAgent', '$request.header.x', '$context.extendedRequestId'].map(
      (field) =>
        changeOne(STAGE, ({ AccessLogSettings: log }) => {
          log.Format = JSON.stringify({ ...JSON.parse(log.Format), more: field })
        }),
    ),
  },
  {
    name: 'no metric is named, valued or split by what stands in a log',
    faults: (template) =>
      faultsAmong(template, FILTER, ({ MetricTransformations: [made, ...more], FilterPattern: pattern }) => {
        const { MetricName: name, MetricValue: value, Dimensions: dimensions } = made
        const isFixed = /^[A-Za-z]+$/.test(name) && value === '1' && dimensions === undefined && more.length === 0
        return isFixed && !/\$\.(?!status|client|message\.event)/.test(pattern)
      }),
    breaks: [
      changeOne(FILTER, ({ MetricTransformations: [made] }) => {
        made.Dimensions = [{ Key: 'client', Value: '$.client' }]
      }),
      changeOne(FILTER, ({ MetricTransformations: [made] }) => {
        made.MetricValue = '$.responseBytes'
      }),
      changeOne(FILTER, (filter) => {
        filter.FilterPattern = '{ $.path = "*560417*" }'
      }),
    ],
  },
  {
    name: 'no page in a browser may read an answer: there is no CORS, of the API or of a stage',
    faults: (template) =>
      faultsAmong(
        template,
        API,
        ({ CorsConfiguration }) => CorsConfiguration === undefined && !/Access-Control/i.test(JSON.stringify(template)),
      ),
    breaks: [
      changeOne(API, (api) => {
        api.CorsConfiguration = { AllowOrigins: ['*'] }
      }),
      changeOne('AWS::ApiGatewayV2::Integration', (integration) => {
        integration.ResponseParameters = { 200: { 'overwrite:header.Access-Control-Allow-Origin': '*' } }
      }),
    ],
  },
]
