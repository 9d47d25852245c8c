import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { AccessLogTable } from './access-log-table.ts'
import { alarmFacts } from './alarm-facts.ts'
import { Alarms } from './alarms.ts'
import { bindAccessLog } from './bind-access-log.ts'
import { bindClientLimits } from './bind-client-limits.ts'
import { bindExports } from './bind-exports.ts'
import { bindIssuer, type Issuer } from './bind-issuer.ts'
import { bindPseudonyms } from './bind-pseudonyms.ts'
import { bindTable } from './bind-table.ts'
import { bindTasks } from './bind-tasks.ts'
import type { Bundle, Bundles } from './bundle.ts'
import { BundledFunction, type BundledFunctionProps } from './bundled-function.ts'
import { CountsTable } from './counts-table.ts'
import { type DeployedRoute, deployedRoutes, publishRules, work } from './deployed-routes.ts'
import type { Environment } from './environments.ts'
import { ExportBuckets } from './export-buckets.ts'
import { Gateway } from './gateway.ts'
import { KeptTable } from './kept-table.ts'
import { Keys } from './keys.ts'
import { metricsOf } from './metrics.ts'
import { Overview } from './overview.ts'
import { RulesPublished } from './rules-published.ts'
import { SavedQueries } from './saved-queries.ts'
import { Schedules } from './schedules.ts'
import { StatisticsTables } from './statistics-tables.ts'
import { TaskQueue } from './task-queue.ts'
import { TasksPerformed } from './tasks-performed.ts'

/** What one deployment is made of. */
export type FristdagProps = StackProps & {
  readonly environment: Environment
  readonly issuer: Issuer
  readonly bundles: Bundles
  /** The name of a table restored from a backup, to be used in place of the stack's own. */
  readonly restoredTable?: string | undefined
}

/** The whole of Fristdag in one account and region: keys, table, queue, a function for each route, gateway, rules, exports, alarms. */
export class FristdagStack extends Stack {
  constructor(scope: Construct, id: string, { environment, issuer, bundles, restoredTable, ...props }: FristdagProps) {
    super(scope, id, props)
    const versionsOf = environment.pseudonymKeys
    const keys = new Keys(this, 'Keys', [...new Set(Object.values(versionsOf).flat())])
    const table =
      restoredTable === undefined
        ? new KeptTable(this, 'Table', { key: keys.data, restoreDays: environment.restoreDays })
        : Table.fromTableName(this, 'RestoredTable', restoredTable)
    const keyedTable = { table, key: keys.data }
    const counts = new CountsTable(this, 'Counts')
    const accessLog = new AccessLogTable(this, 'AccessLog', {
      key: keys.accessLog,
      restoreDays: environment.restoreDays,
    })
    const queue = new TaskQueue(this, 'Tasks', { taskTime: TASK_TIME })
    const exports = new ExportBuckets(this, 'Exports', {
      key: keys.exports,
      lockDays: environment.statistics.lockDays,
      logDays: environment.logRetention,
    })
    const functionFor = (
      { file, summary }: Pick<DeployedRoute, 'file' | 'summary'>,
      more: Pick<BundledFunctionProps, 'timeout' | 'memoryMegabytes'> = {},
    ): BundledFunction =>
      new BundledFunction(this, file, {
        ...more,
        bundle: bundleOf(bundles, file),
        summary,
        logKey: keys.logs,
        logRetention: environment.logRetention,
        reservedConcurrency: environment.reservedConcurrency[file],
      })

    const routes = deployedRoutes.map((route) => {
      const by = functionFor(route)
      if (!route.isOpen) {
        bindIssuer(by, issuer)
        bindClientLimits(by, counts, environment.clientLimits)
      }
      if (route.needs.table !== undefined) bindTable(by, keyedTable, route.needs.table)
      if (route.needs.pseudonyms) bindPseudonyms(by, { keys: keys.pseudonyms, versionsOf })
      if (route.needs.tasks) bindTasks(by, queue)
      if (route.needs.accessLog !== undefined)
        bindAccessLog(by, { table: accessLog, key: keys.accessLog }, route.needs.accessLog)
      if (route.needs.exports !== undefined) bindExports(by, exports, route.needs.exports)
      return { route, by }
    })
    const gateway = new Gateway(this, 'Gateway', { routes, issuer, logKey: keys.logs, environment })

    const publisher = functionFor(publishRules)
    bindTable(publisher, keyedTable, 'write')
    bindTasks(publisher, queue)
    new RulesPublished(this, 'RulesPublished', publisher, bundleOf(bundles, publishRules.file).sha256)

    const worker = functionFor(work, { timeout: TASK_TIME, memoryMegabytes: ONE_PROCESSOR })
    bindTable(worker, keyedTable, 'write')
    bindTasks(worker, queue)
    bindExports(worker, exports, 'keep')
    const performed = { by: worker, queue, atOnce: environment.tasksAtOnce }
    const { mapping } = new TasksPerformed(this, 'TasksPerformed', performed)

    const schedules = new Schedules(this, 'Schedules', queue, environment)
    const statistics = new StatisticsTables(this, 'Statistics', exports.files)
    const { workGroup } = new SavedQueries(this, 'SavedQueries', statistics.database, exports)

    const metrics = metricsOf(gateway, table, routes, performed, schedules)
    const alarms = new Alarms(this, 'Alarms', alarmFacts(metrics, environment), keys.logs)
    new Overview(this, 'Overview', metrics, alarms, routes)

    new CfnOutput(this, 'ApiUrl', { value: gateway.api.apiEndpoint, description: 'Where the API answers' })
    new CfnOutput(this, 'TableName', { value: table.tableName, description: 'What to restore or export' })
    new CfnOutput(this, 'TableKeyArn', { value: keys.data.keyArn, description: 'What the table is encrypted with' })
    new CfnOutput(this, 'AccessesTableName', { value: accessLog.tableName, description: 'Who has looked at patients' })
    new CfnOutput(this, 'ExportsBucketName', { value: exports.files.bucketName, description: 'Where exports are kept' })
    new CfnOutput(this, 'QueryWorkGroup', { value: workGroup.name, description: 'Where statistics are queried' })
    new CfnOutput(this, 'TasksUrl', { value: queue.waiting.queueUrl, description: 'Where a task is left by hand' })
    new CfnOutput(this, 'TaskMappingId', { value: mapping.eventSourceMappingId, description: 'What hands over tasks' })
    new CfnOutput(this, 'GivenUpTasksUrl', { value: queue.givenUp.queueUrl, description: 'Tasks that were given up' })
    new CfnOutput(this, 'GivenUpTasksArn', { value: queue.givenUp.queueArn, description: 'What to redrive' })
    new CfnOutput(this, 'AlarmTopicArn', { value: alarms.topic.topicArn, description: 'What operators subscribe to' })
    new CfnOutput(this, 'AccessLogName', { value: gateway.accessLog.logGroupName, description: 'Every request' })
  }
}

// A task is a rule version, or a month. An export of a large region's month takes minutes; Lambda lets nothing take longer.
const TASK_TIME = Duration.minutes(15)

// What Lambda gives one whole processor for; a task has no use for two.
const ONE_PROCESSOR = 1769

const bundleOf = (bundles: Bundles, file: string): Bundle => {
  const found = bundles[file]
  if (found === undefined) throw new Error(`functions/${file}.ts is not bundled`)
  return found
}
