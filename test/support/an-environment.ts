import { createHash } from 'node:crypto'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { composeEnvironment, type Environment, type Ground } from '#functions/environment.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { pseudonymFrom, pseudonymInput } from '#store/pseudonyms.ts'

/** An environment in memory with the shipped rules published; what is given stands in for what it has of its own. */
export const anEnvironment = async (given: Partial<Ground> = {}): Promise<Environment> => {
  const environment = composeEnvironment({
    table: openSqliteTable(':memory:'),
    pseudonyms: {
      of: async (region, identityNumber) => ({
        pseudonym: pseudonymFrom(createHash('sha256').update(pseudonymInput(region, identityNumber)).digest()),
        keyVersion: '1',
      }),
      keyVersions: async () => ['1'],
    },
    verifyToken: async () => undefined,
    now: () => new Date().toISOString(),
    log: () => undefined,
    ...given,
  })
  const faults = await publishShipped(environment.rules, shippedRules('rules'), environment.now())
  if (faults.length > 0) throw new Error(`The shipped rules cannot be published: ${JSON.stringify(faults)}`)
  return environment
}
