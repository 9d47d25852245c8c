import { Duration, Stack } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, type IFilterPattern, type JsonPattern } from 'aws-cdk-lib/aws-logs'
import type { IConstruct } from 'constructs'
import type { AnsweredRoute, Gateway } from './gateway.ts'
import type { NamedTable } from './kept-table.ts'
import type { Schedules } from './schedules.ts'
import type { TasksPerformedProps } from './tasks-performed.ts'

/** What is measured, for the alarms and the dashboard; sums are of five minutes where nothing else is said. */
export type Metrics = ReturnType<typeof metricsOf>

export const metricsOf = (
  gateway: Gateway,
  table: NamedTable,
  routes: readonly AnsweredRoute[],
  tasks: Pick<TasksPerformedProps, 'by' | 'queue'>,
  { group }: Schedules,
) => ({
  ...metricsOfApi(gateway),
  ...metricsOfTable(table),
  ...metricsOfIntake(routes.filter(({ route }) => INTAKE.includes(route.file))),
  ...metricsOfAccesses(routes.filter(({ route }) => route.needs.accessLog !== undefined)),
  ...metricsOfTasks(tasks),
  tasksNotAsked: group.metricDropped({ statistic: 'sum', period, label: 'tasks not asked for' }),
})

const period = Duration.minutes(5)

// What functions send to the table.
const OPERATIONS = ['GetItem', 'Query', 'PutItem', 'TransactWriteItems']

// What hospitals send to.
const INTAKE = ['put-episode', 'import-episodes']

const metricsOfApi = ({ api, accessLog }: Gateway) => {
  const metric = (metricName: string, statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      statistic,
      period,
      dimensionsMap: { ApiId: api.apiId, Stage: '$default' },
    })
  const counted = (name: string, filterPattern: IFilterPattern): Metric =>
    accessLog
      .addMetricFilter(name, { filterPattern, metricNamespace: namespaceOf(api), metricName: name })
      .metric({ statistic: 'sum', period })
  return {
    requests: metric('Count', 'n'),
    clientErrors: metric('4xx', 'sum'),
    serverErrors: metric('5xx', 'sum'),
    usualLatency: metric('Latency', 'p50'),
    slowLatency: metric('Latency', 'p95'),
    tokensRefused: counted('TokensRefused', answered(401)),
    clientsTurnedAway: counted('ClientsTurnedAway', answered(429)),
    accessesRefused: counted(
      'AccessesRefused',
      // Without a valid token there is no client, as for whoever asks for what is no route.
      FilterPattern.all(
        FilterPattern.any(answered(403), answered(404)),
        FilterPattern.stringValue('$.client', '!=', NOTHING),
      ),
    ),
  }
}

const answered = (status: number): JsonPattern => FilterPattern.stringValue('$.status', '=', `${status}`)

// What the gateway writes of a variable that has no value.
const NOTHING = '-'

const namespaceOf = (construct: IConstruct): string => `Fristdag/${Stack.of(construct).stackName}`

// One metric of the logs of all these functions, whose runtime puts what they log under `message`.
const metricsOfAccesses = (routes: readonly AnsweredRoute[]) => {
  const [first, ...others] = routes.map(({ by }) =>
    by.lambda.logGroup.addMetricFilter('AccessesNotKept', {
      filterPattern: FilterPattern.stringValue('$.message.event', '=', 'access-not-kept'),
      metricNamespace: namespaceOf(by),
      metricName: 'AccessesNotKept',
    }),
  )
  if (first === undefined || others.length === 0) throw new Error('No route keeps who has looked at patients')
  return { accessesNotKept: first.metric({ statistic: 'sum', period }) }
}

const metricsOfTable = (table: NamedTable) => {
  const metric = (name: string): Metric => table.metric(name, { statistic: 'sum', period })
  const errorsOf = (operation: string): Metric =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: 'SystemErrors',
      statistic: 'sum',
      period,
      dimensionsMap: { TableName: table.tableName, Operation: operation },
    })
  return {
    unitsRead: table.metricConsumedReadCapacityUnits({ statistic: 'sum', period }),
    unitsWritten: table.metricConsumedWriteCapacityUnits({ statistic: 'sum', period }),
    tableErrors: sumOf('table errors', period, OPERATIONS.map(errorsOf)),
    tableThrottles: sumOf('throttled requests', period, [metric('ReadThrottleEvents'), metric('WriteThrottleEvents')]),
  }
}

const metricsOfIntake = (routes: readonly AnsweredRoute[]) => {
  const day = Duration.days(1)
  return {
    intakeThrottles: sumOf(
      'deliveries refused',
      period,
      routes.map(({ by }) => by.lambda.metricThrottles({ statistic: 'sum', period })),
    ),
    deliveriesInADay: sumOf(
      'deliveries in a day',
      day,
      routes.map(({ by }) => by.lambda.metricInvocations({ statistic: 'sum', period: day })),
    ),
  }
}

const metricsOfTasks = ({ by, queue: { waiting, givenUp } }: Pick<TasksPerformedProps, 'by' | 'queue'>) => ({
  tasksWaiting: waiting.metricApproximateNumberOfMessagesVisible({ statistic: 'max', period, label: 'waiting' }),
  tasksGivenUp: givenUp.metricApproximateNumberOfMessagesVisible({ statistic: 'max', period, label: 'given up' }),
  oldestTaskSeconds: waiting.metricApproximateAgeOfOldestMessage({ statistic: 'max', period, label: 'oldest' }),
  taskRuns: by.lambda.metricInvocations({ period, label: 'attempts' }),
  taskCrashes: by.lambda.metricErrors({ period, label: 'crashes' }),
  taskDuration: by.lambda.metricDuration({ statistic: 'p95', period, label: 'slow' }),
})

// A metric without data, as that of errors that never came, is nothing to add.
const sumOf = (label: string, over: Duration, metrics: readonly IMetric[]): MathExpression => {
  // In one graph no two metrics may have the same id.
  const id = (index: number): string => `${label.replaceAll(' ', '_')}_${index}`
  return new MathExpression({
    label,
    period: over,
    expression: metrics.map((_, index) => `FILL(${id(index)}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [id(index), metric])),
  })
}
