import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { SQSClient } from '@aws-sdk/client-sqs'
import { createRemoteJWKSet } from 'jose'
import * as z from 'zod'
import { catalogLoader, type LoadCatalog, type LoadRule, ruleLoader } from '#agreements/load-catalog.ts'
import type { Endpoint, LambdaHandler } from '#http/endpoint.ts'
import type { Border } from '#http/exchange.ts'
import type { Needs, Route } from '#http/route.ts'
import { tokenVerifier } from '#http/token-verifier.ts'
import { type DisputeReads, type DisputeStore, disputeReads, disputeStore } from '#store/dispute-store.ts'
import { dynamodbReads } from '#store/dynamodb-reads.ts'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import { type EpisodeReads, type EpisodeStore, episodeReads, episodeStore } from '#store/episode-store.ts'
import { kmsPseudonyms } from '#store/kms-pseudonyms.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'
import { type ReviewReads, type ReviewStore, reviewReads, reviewStore } from '#store/review-store.ts'
import { type RuleReads, type RuleStore, ruleReads, ruleStore } from '#store/rule-store.ts'
import {
  type SettlementReads,
  type SettlementStore,
  settlementReads,
  settlementStore,
} from '#store/settlement-store.ts'
import {
  type SimulationReads,
  type SimulationStore,
  simulationReads,
  simulationStore,
} from '#store/simulation-store.ts'
import { sqsSender } from '#store/sqs-sender.ts'
import type { ReadOnlyTable, Table } from '#store/table.ts'
import { type UnitMonthStore, unitMonthStore } from '#store/unit-month-store.ts'
import { afterOthers } from './work/after-others.ts'
import { type SendTasks, taskText } from './work/task.ts'
import type { Working } from './work/working.ts'

/** What differs between one machine and AWS. */
export type Ground = Border & {
  readonly table: Table
  readonly pseudonyms: Pseudonyms
  readonly sendTasks: SendTasks
  /** The clock: UTC with milliseconds. */
  readonly now: () => string
}

/** Everything that can be read, wherever a route runs. */
export type Reading = Border &
  Pick<Ground, 'now'> & {
    readonly table: ReadOnlyTable
    readonly episodes: EpisodeReads
    readonly unitMonths: UnitMonthStore
    readonly simulations: SimulationReads
    readonly settlements: SettlementReads
    readonly disputes: DisputeReads
    readonly reviews: ReviewReads
    readonly rules: RuleReads
    readonly catalog: LoadCatalog
    readonly loadRule: LoadRule
  }

/** What finding a person by number needs beside what can be read. */
export type Searching = Reading & Pick<Ground, 'pseudonyms'>

/** What a route that changes what is kept works with, other than episodes. */
export type Writing = Reading &
  Pick<Ground, 'table'> & {
    readonly rules: RuleStore
    readonly simulations: SimulationStore
    readonly settlements: SettlementStore
    readonly disputes: DisputeStore
    readonly reviews: ReviewStore
  }

/** What a route needs that also leaves work to be done after its answer. */
export type Submitting = Writing & Pick<Ground, 'sendTasks'>

/** What a route that records episodes works with. */
export type Recording = Searching & Submitting & { readonly episodes: EpisodeStore }

/** Everything that routes and tasks need. */
export type Environment = Recording

/** The stores over a table, and what the ground gives as it is. */
export const composeEnvironment = (ground: Ground): Environment => composeRecording(ground)

const composeRecording = <G extends Omit<Ground, 'sendTasks'>>(ground: G) => ({
  ...composeWriting(ground),
  episodes: episodeStore(ground.table),
})

const composeWriting = <G extends Pick<Ground, 'table'>>(ground: G) => ({
  ...composeReading(ground),
  rules: ruleStore(ground.table),
  simulations: simulationStore(ground.table),
  settlements: settlementStore(ground.table),
  disputes: disputeStore(ground.table),
  reviews: reviewStore(ground.table),
})

const composeReading = <G extends { readonly table: ReadOnlyTable }>(ground: G) => {
  const rules = ruleReads(ground.table)
  const loadRule = ruleLoader(rules, afterOthers)
  return {
    ...ground,
    episodes: episodeReads(ground.table),
    unitMonths: unitMonthStore(ground.table),
    simulations: simulationReads(ground.table),
    settlements: settlementReads(ground.table),
    disputes: disputeReads(ground.table),
    reviews: reviewReads(ground.table),
    rules,
    catalog: catalogLoader(rules, loadRule),
    loadRule,
  }
}

/** Composes from a function's variables what routes with these needs work with; a bundle holds no more than it uses. */
type OnAws<E, N extends Needs> = { readonly needs: N; readonly compose: () => E }

/** An endpoint as Lambda calls it, its environment composed at the first request; the needs must be those of its route. */
export const deployed = <E extends Border, N extends Needs>(
  { bind }: Endpoint<E, Route & { readonly needs?: N }>,
  { compose }: OnAws<E, N>,
): LambdaHandler => bind(compose)

/** For a route that needs nothing but its request. */
export const alone = { needs: {}, compose: (): Border => ({ verifyToken: async () => undefined, log }) } as const

/** For a route that reads the table. */
export const reading = {
  needs: { table: 'read' },
  compose: (): Reading => composeReading({ ...callers(), table: dynamodbReads(connection()), now, log }),
} as const

/** For a route that reads the table and makes pseudonyms. */
export const searching = {
  needs: { table: 'read', pseudonyms: true },
  compose: (): Searching => ({ ...reading.compose(), pseudonyms: pseudonyms() }),
} as const

/** For a route that writes the table. */
export const writing = {
  needs: { table: 'write' },
  compose: (): Writing => composeWriting({ ...callers(), table: dynamodbTable(connection()), now, log }),
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
      table: dynamodbTable(connection()),
      pseudonyms: pseudonyms(),
      sendTasks: queue(),
      now,
      log,
    }),
} as const

/** For the job that performs tasks, which may leave others. */
export const working = {
  needs: { table: 'write', tasks: true },
  compose: (): Working => composeWriting({ table: dynamodbTable(connection()), sendTasks: queue(), now, log }),
} as const

/** For the job that publishes rules, and has closed months corrected by them. */
export const publishing = {
  needs: { table: 'write', tasks: true },
  compose: (): Pick<Submitting, 'rules' | 'settlements' | 'sendTasks' | 'now'> => {
    const table = dynamodbTable(connection())
    return { rules: ruleStore(table), settlements: settlementStore(table), sendTasks: queue(), now }
  },
} as const

const now = (): string => new Date().toISOString()

// As an object: in Lambda's JSON log format it becomes fields that can be searched.
const log: Border['log'] = (entry) => console[entry.level](entry)

const connection = () => {
  const { TABLE_NAME } = z.object({ TABLE_NAME: z.string().min(1) }).parse(process.env)
  return { client: new DynamoDBClient({}), tableName: TABLE_NAME }
}

const queue = (): SendTasks => {
  const { QUEUE_URL } = z.object({ QUEUE_URL: z.url() }).parse(process.env)
  const send = sqsSender({ client: new SQSClient({}), queueUrl: QUEUE_URL })
  return (tasks) => send(tasks.map(taskText))
}

const callers = (): Pick<Border, 'verifyToken'> => {
  const variables = z.object({ ISSUER: z.url(), AUDIENCE: z.string().min(1), JWKS_URL: z.url().optional() })
  const { ISSUER, AUDIENCE, JWKS_URL } = variables.parse(process.env)
  const keys = createRemoteJWKSet(new URL(JWKS_URL ?? `${ISSUER.replace(/\/$/, '')}/.well-known/jwks.json`))
  return { verifyToken: tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }) }
}

/** `PSEUDONYM_KEYS` names each region's KMS keys, the newest last; `*` those of all other regions. */
const pseudonyms = (): Pseudonyms => {
  const keys = z.array(z.strictObject({ version: z.string().min(1), keyId: z.string().min(1) })).min(1)
  const keysByRegion = z.record(z.string().regex(/^([0-9]{2}|\*)$/), keys)
  const { PSEUDONYM_KEYS } = z.object({ PSEUDONYM_KEYS: z.string() }).parse(process.env)
  const parsed = keysByRegion.parse(JSON.parse(PSEUDONYM_KEYS))
  return kmsPseudonyms(new KMSClient({}), (region) => parsed[region] ?? parsed['*'] ?? [])
}
