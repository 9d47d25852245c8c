import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { createRemoteJWKSet } from 'jose'
import * as z from 'zod'
import { catalogLoader, type LoadCatalog } from '#agreements/load-catalog.ts'
import type { Endpoint, LambdaHandler } from '#http/endpoint.ts'
import type { Border } from '#http/exchange.ts'
import { tokenVerifier } from '#http/token-verifier.ts'
import { dynamodbTable } from '#store/dynamodb-table.ts'
import { type EpisodeStore, episodeStore } from '#store/episode-store.ts'
import { kmsPseudonyms } from '#store/kms-pseudonyms.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'
import { type RuleStore, ruleStore } from '#store/rule-store.ts'
import type { Table } from '#store/table.ts'
import { type UnitMonthStore, unitMonthStore } from '#store/unit-month-store.ts'

/** What differs between one machine and AWS. */
export type Ground = Border & {
  readonly table: Table
  readonly pseudonyms: Pseudonyms
  /** The clock: UTC with milliseconds. */
  readonly now: () => string
}

/** Everything that routes need, wherever they run. */
export type Environment = Ground & {
  readonly episodes: EpisodeStore
  readonly unitMonths: UnitMonthStore
  readonly rules: RuleStore
  readonly catalog: LoadCatalog
}

/** The stores over a table, and what the ground gives as it is. */
export const composeEnvironment = (ground: Ground): Environment => {
  const rules = ruleStore(ground.table)
  return {
    ...ground,
    episodes: episodeStore(ground.table),
    unitMonths: unitMonthStore(ground.table),
    rules,
    catalog: catalogLoader(rules),
  }
}

/** An endpoint as Lambda calls it: the environment is composed from the function's variables at the first request. */
export const deployed = (endpoint: Endpoint<Environment>): LambdaHandler =>
  endpoint.bind(() => composeEnvironment(groundOnAws(variables.parse(process.env))))

const pseudonymKeys = z.record(
  z.string().regex(/^([0-9]{2}|\*)$/),
  z.array(z.strictObject({ version: z.string().min(1), keyId: z.string().min(1) })).min(1),
)

/** The variables of a deployed function; `PSEUDONYM_KEYS` names each region's KMS keys, `*` those of all others. */
const variables = z.object({
  TABLE_NAME: z.string().min(1),
  ISSUER: z.url(),
  AUDIENCE: z.string().min(1),
  JWKS_URL: z.url().optional(),
  PSEUDONYM_KEYS: z
    .string()
    .default('{}')
    .transform((text) => pseudonymKeys.parse(JSON.parse(text))),
})

const groundOnAws = ({
  TABLE_NAME,
  ISSUER,
  AUDIENCE,
  JWKS_URL,
  PSEUDONYM_KEYS,
}: z.output<typeof variables>): Ground => {
  const keys = createRemoteJWKSet(new URL(JWKS_URL ?? `${ISSUER.replace(/\/$/, '')}/.well-known/jwks.json`))
  return {
    table: dynamodbTable({ client: new DynamoDBClient({}), tableName: TABLE_NAME }),
    pseudonyms: kmsPseudonyms(new KMSClient({}), (region) => PSEUDONYM_KEYS[region] ?? PSEUDONYM_KEYS['*'] ?? []),
    verifyToken: tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys }),
    now: () => new Date().toISOString(),
    log: (entry) => console.error(JSON.stringify(entry)),
  }
}
