import { idIn, type Properties, resourcesOf, type Template } from './assembly.ts'
import type { SafetyProperty } from './safety-property.ts'
import { changeOne } from './template-checks.ts'

const TABLE = 'AWS::DynamoDB::Table'
const POLICY = 'AWS::IAM::Policy'

const isLog = (id: string | undefined): boolean => id?.startsWith('AccessLog') === true

const logsOf = (template: Template) => resourcesOf(template, TABLE).filter(([id]) => isLog(id))

/** Changes the log's table: the one of the two that the stack makes last. */
const changeLog = (change: (properties: Properties) => void) => changeOne(TABLE, change)

const CHANGES = ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete'].map(
  (action) => `dynamodb:${action}`,
)

const deniesChanges = ({ ResourcePolicy }: Properties): boolean =>
  ResourcePolicy?.PolicyDocument.Statement.some(
    ({ Effect, Principal, Action, Condition }: Properties) =>
      Effect === 'Deny' &&
      (Principal === '*' || Principal?.AWS === '*') &&
      Condition === undefined &&
      CHANGES.every((action) => Action.includes(action)),
  ) === true

const actionsOnLog = (template: Template): readonly string[] =>
  resourcesOf(template, POLICY).flatMap(([, { Properties: policy }]) =>
    policy.PolicyDocument.Statement.filter(({ Resource: resources }: Properties) =>
      [resources].flat().some((resource: Properties | string) => resource === '*' || isLog(idIn(Object(resource)))),
    ).flatMap(({ Action }: Properties) => Action),
  )

const grantOnLog = (action: string) => (template: Template) => {
  const statements: readonly Properties[] = resourcesOf(template, POLICY).flatMap(
    ([, { Properties: policy }]) => policy.PolicyDocument.Statement,
  )
  const statement = statements.findLast(({ Resource: resource }) => isLog(idIn(Object(resource))))
  if (statement !== undefined) statement.Action = [statement.Action, action].flat()
}

/** What keeps anyone from changing who has looked at patients. */
export const accessLogProperties: readonly SafetyProperty[] = [
  {
    name: 'the log of accesses is one table, and has no time after which items go',
    faults: (template) =>
      logsOf(template).length === 1 &&
      logsOf(template).every(([, { Properties: table }]) => table.TimeToLiveSpecification === undefined)
        ? []
        : ['the log of accesses'],
    breaks: [
      changeLog((table) => {
        table.TimeToLiveSpecification = { AttributeName: 'until', Enabled: true }
      }),
      (template) => {
        for (const [id] of logsOf(template)) delete template.Resources[id]
      },
    ],
  },
  {
    name: 'no function may do more to the log of accesses than add to it and read it',
    faults: (template) =>
      actionsOnLog(template).filter(
        (action) => /^dynamodb:|[*]/.test(action) && !/^dynamodb:(PutItem|GetItem|Query)$/.test(action),
      ),
    breaks: [
      grantOnLog('dynamodb:UpdateItem'),
      grantOnLog('dynamodb:DeleteItem'),
      grantOnLog('dynamodb:*'),
      grantOnLog('dynamodb:BatchWriteItem'),
    ],
  },
  {
    name: 'the log of accesses itself denies everyone to update and delete',
    faults: (template) =>
      logsOf(template)
        .filter(([, { Properties: table }]) => !deniesChanges(table))
        .map(([id]) => id),
    breaks: [
      changeLog((table) => {
        delete table.ResourcePolicy
      }),
      changeLog(({ ResourcePolicy }) => {
        ResourcePolicy.PolicyDocument.Statement[0].Effect = 'Allow'
      }),
      changeLog(({ ResourcePolicy }) => {
        ResourcePolicy.PolicyDocument.Statement[0].Action = ['dynamodb:UpdateItem']
      }),
      changeLog(({ ResourcePolicy }) => {
        ResourcePolicy.PolicyDocument.Statement[0].Principal = { AWS: 'arn:…:role/one' }
      }),
    ],
  },
]
