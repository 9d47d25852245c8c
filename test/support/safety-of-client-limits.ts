import { clientLimits } from '#http/client-limits.ts'
import { deployedRoutes } from '../../cdk/deployed-routes.ts'
import { idIn, type Properties, type Resource, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne, faultsAmong } from './template-checks.ts'

const TABLE = 'AWS::DynamoDB::Table'
const FUNCTION = 'AWS::Lambda::Function'
const STAGE = 'AWS::ApiGatewayV2::Stage'

const isCounts = (id: string | undefined): boolean => id?.startsWith('Counts') === true

/** Changes the table of counts: the second that the stack makes. */
const changeCounts = (change: (properties: Properties, resource: Resource) => void) => changeOne(TABLE, change, 1)

const variablesOf = (template: Template, file: string): Properties => {
  const start = file.replaceAll('-', '')
  const [, found] =
    resourcesOf(template, FUNCTION).find(([id]) => id.replace(/Function[0-9A-F]{8}$/, '') === start) ?? []
  return found?.Properties.Environment?.Variables ?? {}
}

const changeVariables = (file: string, change: (variables: Properties) => void) => (template: Template) =>
  change(variablesOf(template, file))

const knowsItsLimits = ({ COUNTS_TABLE, CLIENT_LIMITS = '{}' }: Properties): boolean =>
  isCounts(idIn(COUNTS_TABLE)) && clientLimits.safeParse(JSON.parse(CLIENT_LIMITS)).success

/** The routes of which one client may take more than a quarter, or that are limited and are none. */
const greedy = (template: Template): readonly string[] => {
  const [[, stage] = []] = resourcesOf(template, STAGE)
  const { CLIENT_LIMITS = '{}' } = variablesOf(template, 'get-episode')
  const { all, of } = clientLimits.parse(JSON.parse(CLIENT_LIMITS))
  const unknown = Object.keys(of).filter((name) => !deployedRoutes.some(({ file }) => file === name))
  const shares = deployedRoutes.map(({ file, routeKey }) => {
    const { requests, seconds } = of[file] ?? all
    const together: Properties | undefined = stage?.Properties.RouteSettings[routeKey]
    return { file, share: requests / seconds / together?.ThrottlingRateLimit }
  })
  return [...unknown, ...shares.filter(({ share }) => !(share <= 1 / 4)).map(({ file }) => file)]
}

/** How often one client may call, and where that is counted. */
export const clientLimitProperties: readonly SafetyProperty[] = [
  {
    name: 'requests are counted in one table, whose items alone have a time to live, and which goes with the stack',
    faults: (template) =>
      faultsAmong(
        template,
        TABLE,
        ({ TimeToLiveSpecification: life, PointInTimeRecoverySpecification: recovery }, { DeletionPolicy }, id) =>
          isCounts(id)
            ? life?.AttributeName === 'expiresAt' && life.Enabled && DeletionPolicy === 'Delete' && !recovery
            : life === undefined,
      ).concat(resourcesOf(template, TABLE).filter(([id]) => isCounts(id)).length === 1 ? [] : ['the counts']),
    breaks: [
      changeCounts((table) => {
        delete table.TimeToLiveSpecification
      }),
      changeCounts(({ TimeToLiveSpecification: life }) => {
        life.AttributeName = 'until'
      }),
      changeCounts((_, resource) => {
        resource.DeletionPolicy = 'Retain'
      }),
      changeOne(
        TABLE,
        (table) => {
          table.TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true }
        },
        0,
      ),
    ],
  },
  {
    name: 'every function that asks for a token counts its clients, and no other function does',
    faults: (template) =>
      deployedRoutes
        .filter(({ file, isOpen }) => {
          const variables = variablesOf(template, file)
          return isOpen ? 'COUNTS_TABLE' in variables : !knowsItsLimits(variables)
        })
        .map(({ file }) => file),
    breaks: [
      changeVariables('list-exports', (variables) => {
        delete variables.CLIENT_LIMITS
      }),
      changeVariables('get-episode', (variables) => {
        variables.COUNTS_TABLE = variables.TABLE_NAME
      }),
      changeVariables('put-episode', (variables) => {
        variables.CLIENT_LIMITS = '{"all":{"requests":0,"seconds":10},"of":{}}'
      }),
      changeVariables('get-health', (variables) => {
        variables.COUNTS_TABLE = variables.TABLE_NAME
      }),
    ],
  },
  {
    name: 'no client can take more than a quarter of what a route lets through, and only routes have limits of their own',
    faults: greedy,
    breaks: [
      changeOne(STAGE, ({ RouteSettings }) => {
        RouteSettings['POST /v1/episode-imports'].ThrottlingRateLimit = 1
      }),
      changeVariables('get-episode', (variables) => {
        variables.CLIENT_LIMITS = '{"all":{"requests":101,"seconds":1},"of":{}}'
      }),
      changeVariables('get-episode', (variables) => {
        variables.CLIENT_LIMITS = '{"all":{"requests":1,"seconds":1},"of":{"import":{"requests":1,"seconds":10}}}'
      }),
    ],
  },
]
