import { catalogLoader, type LoadRule, ruleLoader } from '#agreements/load-catalog.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { composeEnvironment, type Environment } from '#functions/environment.ts'
import { perform } from '#functions/work/perform.ts'
import { performers } from '#functions/work/performers.ts'
import type { Task } from '#functions/work/task.ts'
import type { Tenant } from '#http/caller.ts'
import type { Endpoint } from '#http/endpoint.ts'
import { scope } from '#schemas/scope.ts'
import { QueueBusyError } from '#store/queue-busy.ts'
import { type RuleReads, ruleStore } from '#store/rule-store.ts'
import { versionKey } from '#store/rule-version.ts'
import type { Table, Write } from '#store/table.ts'
import { anEvent, type EventDetails } from '../http/an-event.ts'
import { aClientLimit } from './a-client-limit.ts'
import { aShelf } from './a-shelf.ts'
import { anAccessLog } from './an-access-log.ts'
import { memoryTable } from './memory-table.ts'

/** The region of the county whose months are closed; none of the shipped agreements is its own. */
export const REGION = '17'

/** What an endpoint answered. */
export type Answered = { readonly status: number; readonly text: string; readonly etag: string }

/** Whose word it is: the region's, its municipalities' association's, or one municipality's. */
export type Party = 'region' | 'association' | `municipality~${string}`

/** A county's service without a server, whose tasks wait until they are performed. */
export type ClosingCounty = {
  readonly environment: Environment
  /** Tasks that were sent and are not done. */
  readonly waiting: Task[]
  /** Asks as the region, or as another party. */
  readonly ask: (endpoint: Pick<Endpoint<Environment>, 'bind'>, details: EventDetails, as?: Party) => Promise<Answered>
  readonly perform: (task: Task) => Promise<void>
  /** Has the next sending of tasks fail, as when the process ends there; whoever asked asks again. */
  readonly interrupt: (isInterrupted: boolean) => void
}

/** What a county's service stands on; another may stand on the same after it. */
export type Ground = {
  readonly table: Table
  readonly now: () => string
  readonly waiting?: Task[]
  readonly region?: string
}

/** A service of the county, or of another region, over a table in which the Act is published. */
export const aClosingCounty = ({ table, now, waiting = [], region = REGION }: Ground): ClosingCounty => {
  let isInterrupted = false
  const composed = composeEnvironment({
    table,
    now,
    sendTasks: async (tasks) => {
      if (isInterrupted) {
        isInterrupted = false
        throw new QueueBusyError('The queue is interrupted')
      }
      waiting.push(...tasks)
    },
    pseudonyms: {
      of: async () => ({ pseudonym: 'Z4sGCpANiOCYPO5zEAAqLhbx4gUCS9vw', keyVersion: '1' }),
      keyVersions: async () => ['1'],
    },
    ...aShelf(),
    ...anAccessLog(),
    ...aClientLimit(),
    verifyToken: async (token) => ({
      sub: token,
      scopes: new Set(scope.options),
      tenant: tenantOf(token, region),
    }),
    log: () => undefined,
  })
  const loadRule = loadOnce(composed.rules)
  const environment = { ...composed, loadRule, catalog: catalogLoader(composed.rules, loadRule) }
  return {
    environment,
    waiting,
    ask: async (endpoint, details, as = 'region') => {
      const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json', ...details.headers }
      const handler = endpoint.bind(environment)
      const ask = () => handler(anEvent({ ...details, headers }), { getRemainingTimeInMillis: () => 29_000 })
      const first = await ask()
      const result = first.statusCode === 503 ? await ask() : first
      return { status: result.statusCode ?? 0, text: result.body ?? '', etag: `${result.headers?.etag ?? ''}` }
    },
    perform: (task) => perform(performers, task, environment),
    interrupt: (is) => {
      isInterrupted = is
    },
  }
}

const tenantOf = (party: string, region: string): Tenant => {
  const [kind, municipality] = party.split('~')
  if (municipality !== undefined) return { kind: 'municipality', municipality }
  return kind === 'association' ? { kind, county: region } : { kind: 'region', region }
}

/** A clock that moves a millisecond each time it is looked at. */
export const aTickingClock = (from = '2024-05-10T08:00:00Z'): (() => string) => {
  let looked = Date.parse(from)
  return () => new Date(looked++).toISOString()
}

/** A table in memory in which the Act and the national day amounts are published. */
export const aTableWithTheAct = async (): Promise<Table> => {
  const table = memoryTable()
  published ??= publishing()
  for (const writes of await published) await table.transact(writes)
  return table
}

let published: Promise<readonly (readonly Write[])[]> | undefined

const publishing = async (): Promise<readonly (readonly Write[])[]> => {
  const table = memoryTable()
  const kept: (readonly Write[])[] = []
  const transact: Table['transact'] = (writes) => {
    kept.push(writes)
    return table.transact(writes)
  }
  const national = shippedRules('rules').filter(({ path }) => path.startsWith('national/'))
  const faults = await publishShipped(ruleStore({ ...table, transact }), national, '2024-05-01T00:00:00.000Z')
  if (faults.length > 0) throw new Error(`The Act cannot be published: ${JSON.stringify(faults)}`)
  return kept
}

const loaded = new Map<string, ReturnType<LoadRule>>()

/** Parses the bytes of a version once for all counties: thousands of them have the same. */
const loadOnce = (rules: RuleReads): LoadRule => {
  const load = ruleLoader(rules)
  return (version) => {
    const name = `${versionKey(version)} ${version.sha256}`
    const rule = loaded.get(name) ?? load(version)
    loaded.set(name, rule)
    return rule
  }
}
