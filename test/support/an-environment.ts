import { createHash } from 'node:crypto'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { composeEnvironment, type Environment, type Ground } from '#functions/environment.ts'
import { performers } from '#functions/work/performers.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { startTaskLoop } from '#local/task-loop.ts'
import { taskQueue } from '#local/task-queue.ts'
import { pseudonymFrom, pseudonymInput } from '#store/pseudonyms.ts'
import { aClientLimit } from './a-client-limit.ts'
import { aShelf } from './a-shelf.ts'
import { anAccessLog } from './an-access-log.ts'

/**
 * An environment in memory with the shipped rules published, or those of another folder; what is given stands in for what it has of its own. Its
 * tasks are performed as on one machine, unless where they are sent is given.
 */
export const anEnvironment = async (given: Partial<Ground> = {}, rulesFolder = 'rules'): Promise<Environment> => {
  const { table = openSqliteTable(':memory:'), now = () => new Date().toISOString(), log = () => undefined } = given
  const queue = taskQueue(table, now)
  const { shelf, links } = aShelf()
  const environment = composeEnvironment({
    table,
    sendTasks: queue.send,
    pseudonyms: {
      of: async (region, identityNumber) => ({
        pseudonym: pseudonymFrom(createHash('sha256').update(pseudonymInput(region, identityNumber)).digest()),
        keyVersion: '1',
      }),
      keyVersions: async () => ['1'],
    },
    shelf,
    links,
    ...anAccessLog(),
    ...aClientLimit(),
    verifyToken: async () => undefined,
    now,
    log,
    ...given,
  })
  const faults = await publishShipped(environment.rules, shippedRules(rulesFolder), environment.now())
  if (faults.length > 0) throw new Error(`The shipped rules cannot be published: ${JSON.stringify(faults)}`)
  if (given.sendTasks === undefined) startTaskLoop({ queue, performers, needed: environment, log })
  return environment
}
