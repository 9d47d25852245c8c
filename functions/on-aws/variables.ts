import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { createRemoteJWKSet } from 'jose'
import * as z from 'zod'
import { clientLimits } from '#http/client-limits.ts'
import type { Border, Limiting } from '#http/exchange.ts'
import { tokenVerifier } from '#http/token-verifier.ts'
import { type AccessLog, type AccessLogReads, accessLog, accessLogReads } from '#store/access-log.ts'
import { dynamodbCounts } from '#store/dynamodb-counts.ts'
import { dynamodbReads } from '#store/dynamodb-reads.ts'
import { dynamodbTransactions } from '#store/dynamodb-transactions.ts'
import type { ExportLinks, ExportShelf } from '#store/export-files.ts'
import { kmsPseudonyms } from '#store/kms-pseudonyms.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'
import { s3Links } from '#store/s3-links.ts'
import { s3Shelf } from '#store/s3-shelf.ts'
import { sqsSender } from '#store/sqs-sender.ts'
import { type SendTasks, taskText } from '../work/task.ts'

/** The clock: UTC with milliseconds. */
export const now = (): string => new Date().toISOString()

/** Logs to Lambda, as an object: in its JSON log format that becomes fields that can be searched. */
export const log: Border['log'] = (entry) => console[entry.level](entry)

/** The client of every table: each one more would have to open connections of its own. */
const dynamodb = (): DynamoDBClient => {
  client ??= new DynamoDBClient({})
  return client
}
let client: DynamoDBClient | undefined

/** `TABLE_NAME` names the table. */
export const connection = () => {
  const { TABLE_NAME } = z.object({ TABLE_NAME: z.string().min(1) }).parse(process.env)
  return { client: dynamodb(), tableName: TABLE_NAME }
}

/** `ACCESS_LOG_TABLE` names the table of the log of accesses, to which these functions only add. */
export const accessLogToWrite = (): AccessLog => {
  const { ACCESS_LOG_TABLE } = z.object({ ACCESS_LOG_TABLE: z.string().min(1) }).parse(process.env)
  return accessLog(dynamodbTransactions({ client: dynamodb(), tableName: ACCESS_LOG_TABLE }))
}

/** `ACCESS_LOG_TO_READ` names the same table, where a function may read it. */
export const accessLogToRead = (): AccessLogReads => {
  const { ACCESS_LOG_TO_READ } = z.object({ ACCESS_LOG_TO_READ: z.string().min(1) }).parse(process.env)
  return accessLogReads(dynamodbReads({ client: dynamodb(), tableName: ACCESS_LOG_TO_READ }))
}

/** `QUEUE_URL` is where tasks are left. */
export const queue = (): SendTasks => {
  const { QUEUE_URL } = z.object({ QUEUE_URL: z.url() }).parse(process.env)
  const send = sqsSender({ client: new SQSClient({}), queueUrl: QUEUE_URL })
  return (tasks) => send(tasks.map(taskText))
}

/** `ISSUER` gives out tokens for `AUDIENCE`; `JWKS_URL` says where its keys are, if not where they usually are. */
export const callers = (): Pick<Border, 'verifyToken'> => {
  const variables = z.object({ ISSUER: z.url(), AUDIENCE: z.string().min(1), JWKS_URL: z.url().optional() })
  const { ISSUER, AUDIENCE, JWKS_URL } = variables.parse(process.env)
  const keys = createRemoteJWKSet(new URL(JWKS_URL ?? `${ISSUER.replace(/\/$/, '')}/.well-known/jwks.json`))
  return { verifyToken: tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }) }
}

/** `CLIENT_LIMITS` says how often a client may send; `COUNTS_TABLE` names the table in which that is counted, in one attempt. */
export const limits = (): Omit<Limiting, 'now'> => {
  const variables = z.object({ COUNTS_TABLE: z.string().min(1), CLIENT_LIMITS: z.string() })
  const { COUNTS_TABLE, CLIENT_LIMITS } = variables.parse(process.env)
  const { requestHandler } = dynamodb().config
  const inOneAttempt = new DynamoDBClient({ maxAttempts: 1, requestHandler })
  return {
    clientLimits: clientLimits.parse(JSON.parse(CLIENT_LIMITS)),
    countRequest: dynamodbCounts({ client: inOneAttempt, tableName: COUNTS_TABLE }),
  }
}

/** `PSEUDONYM_KEYS` names each region's KMS keys, the newest last; `*` those of all other regions. */
export const pseudonyms = (): Pseudonyms => {
  const keys = z.array(z.strictObject({ version: z.string().min(1), keyId: z.string().min(1) })).min(1)
  const keysByRegion = z.record(z.string().regex(/^([0-9]{2}|\*)$/), keys)
  const { PSEUDONYM_KEYS } = z.object({ PSEUDONYM_KEYS: z.string() }).parse(process.env)
  const parsed = keysByRegion.parse(JSON.parse(PSEUDONYM_KEYS))
  return kmsPseudonyms(new KMSClient({}), (region) => parsed[region] ?? parsed['*'] ?? [])
}

/** `EXPORTS_BUCKET` names the bucket of exports. */
export const shelf = (): ExportShelf => s3Shelf({ client: new S3Client({}), bucket: exportsBucket() })

/** Links that are good for a minute: long enough to be followed, too short to be passed on. */
export const links = (): ExportLinks => s3Links({ client: new S3Client({}), bucket: exportsBucket(), seconds: 60 })

const exportsBucket = (): string => z.object({ EXPORTS_BUCKET: z.string().min(1) }).parse(process.env).EXPORTS_BUCKET
