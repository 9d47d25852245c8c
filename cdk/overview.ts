import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { AnsweredRoute } from './gateway.ts'
import type { Metrics } from './metrics.ts'

/** One page that shows who is served and how, from the outside in: alarms, requests, functions, table, tasks. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, metrics: Metrics, { all }: Alarms, routes: readonly AnsweredRoute[]) {
    super(scope, id)
    const ofEach = (metric: (route: AnsweredRoute) => IMetric): IMetric[] => routes.map(metric)
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...all], width: 24, height: 3 })],
        [
          graph('Requests', metrics.requests, metrics.clientErrors, metrics.serverErrors),
          graph('Milliseconds, usual and slow', metrics.usualLatency, metrics.slowLatency),
          graph('Turned away', metrics.tokensRefused, metrics.clientsTurnedAway, metrics.intakeThrottles),
          graph(
            'Refused with a valid token, and 503 for want of a log',
            metrics.accessesRefused,
            metrics.accessesNotKept,
          ),
        ],
        [
          graph('Calls by route', ...ofEach(({ route, by }) => by.lambda.metricInvocations({ label: route.file }))),
          graph(
            'Milliseconds by route (p95)',
            ...ofEach(({ route, by }) => by.lambda.metricDuration({ label: route.file, statistic: 'p95' })),
          ),
          graph('Crashes by route', ...ofEach(({ route, by }) => by.lambda.metricErrors({ label: route.file }))),
        ],
        [
          graph('Units read and written', metrics.unitsRead, metrics.unitsWritten),
          graph('Table in trouble', metrics.tableThrottles, metrics.tableErrors),
          graph('Deliveries in a day', metrics.deliveriesInADay),
        ],
        [
          graph('Tasks', metrics.tasksWaiting, metrics.tasksGivenUp, metrics.taskRuns, metrics.taskCrashes),
          graph('Age of the oldest task, seconds', metrics.oldestTaskSeconds),
          graph('Milliseconds of a task (p95)', metrics.taskDuration),
        ],
      ],
    })
  }
}

const graph = (title: string, ...left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 8 })
