import type { Endpoint, LambdaHandler } from '#http/endpoint.ts'
import type { Border, Logging } from '#http/exchange.ts'
import type { Needs, Route } from '#http/route.ts'
import { dynamodbReads } from '#store/dynamodb-reads.ts'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import { ruleStore } from '#store/rule-store.ts'
import { settlementStore } from '#store/settlement-store.ts'
import {
  type Auditing,
  composeReading,
  composeRecording,
  composeWriting,
  type Linking,
  type Reading,
  type Recording,
  type Searching,
  type Submitting,
  type Writing,
} from '../environment.ts'
import type { Working } from '../work/working.ts'
import {
  accessLogToRead,
  accessLogToWrite,
  callers,
  connection,
  limits,
  links,
  log,
  now,
  pseudonyms,
  queue,
  shelf,
} from './variables.ts'

/** Composes from a function's variables what routes with these needs work with; a bundle holds no more than it uses. */
type OnAws<E, N extends Needs> = { readonly needs: N; readonly compose: () => E }

/** An endpoint as Lambda calls it, its environment composed at the first request; the needs must be those of its route. */
export const deployed = <E extends Border, N extends Needs>(
  { bind }: Endpoint<E, Route & { readonly needs?: N }>,
  { compose }: OnAws<E, N>,
): LambdaHandler => bind(compose)

/** For a route that needs nothing but its request. */
export const alone = { needs: {}, compose: (): Border => ({ verifyToken: async () => undefined, log }) } as const

/** For a route that reads the table and asks for no token. */
export const readingOpenly = {
  needs: { table: 'read' },
  compose: (): Border & Pick<Reading, 'table'> => ({ ...alone.compose(), table: dynamodbReads(connection()) }),
} as const

/** What a composition gives, and the log of accesses to add to. */
export const logged = <E, const N extends Needs>({ needs, compose }: OnAws<E, N>) => ({
  needs: { ...needs, accessLog: 'write' } as const,
  compose: (): E & Logging => ({ ...compose(), accessLog: accessLogToWrite(), now }),
})

/** For a route that reads the table. */
export const reading = {
  needs: { table: 'read' },
  compose: (): Reading => composeReading({ ...callers(), ...limits(), table: dynamodbReads(connection()), now, log }),
} as const

/** For a route that reads the table and makes pseudonyms. */
export const searching = {
  needs: { table: 'read', pseudonyms: true },
  compose: (): Searching => ({ ...reading.compose(), pseudonyms: pseudonyms() }),
} as const

/** For a route that reads the log of accesses, which is logged too. */
export const auditing = {
  needs: { table: 'read', accessLog: 'read' },
  compose: (): Auditing & Logging => ({ ...logged(reading).compose(), accessLogReads: accessLogToRead() }),
} as const

/** For a route that reads the log of accesses for a person. */
export const auditingPerson = {
  needs: { table: 'read', pseudonyms: true, accessLog: 'read' },
  compose: (): Auditing & Searching & Logging => ({ ...auditing.compose(), pseudonyms: pseudonyms() }),
} as const

/** For a route that reads the table and hands out files of exports. */
export const linking = {
  needs: { table: 'read', exports: 'link' },
  compose: (): Linking => ({ ...reading.compose(), links: links() }),
} as const

/** For a route that writes the table. */
export const writing = {
  needs: { table: 'write' },
  compose: (): Writing => composeWriting({ ...callers(), ...limits(), table: dynamodbTable(connection()), now, log }),
} as const

/** For a route that writes the table and leaves tasks. */
export const submitting = {
  needs: { table: 'write', tasks: true },
  compose: (): Submitting => ({ ...writing.compose(), sendTasks: queue() }),
} as const

/** For a route that writes the table, makes pseudonyms and has closed months corrected. */
export const recording = {
  needs: { table: 'write', pseudonyms: true, tasks: true },
  compose: (): Recording =>
    composeRecording({
      ...callers(),
      ...limits(),
      table: dynamodbTable(connection()),
      pseudonyms: pseudonyms(),
      sendTasks: queue(),
      now,
      log,
    }),
} as const

/** For the job that performs tasks, which may leave others and keep exports. */
export const working = {
  needs: { table: 'write', tasks: true, exports: 'keep' },
  compose: (): Working =>
    composeWriting({ table: dynamodbTable(connection()), sendTasks: queue(), shelf: shelf(), now, log }),
} as const

/** For the job that publishes rules, and has closed months corrected by them. */
export const publishing = {
  needs: { table: 'write', tasks: true },
  compose: (): Pick<Submitting, 'rules' | 'settlements' | 'sendTasks' | 'now'> => {
    const table = dynamodbTable(connection())
    return { rules: ruleStore(table), settlements: settlementStore(table), sendTasks: queue(), now }
  },
} as const
