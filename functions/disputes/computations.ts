import { liabilityId } from '#domain/liability/month.ts'
import type { Owed } from '#domain/liability/settle.ts'
import { add } from '#domain/money/fraction.ts'
import { accountName, accountNameOf } from '#domain/settlement/account.ts'
import { type Computed, type Contested, contested, counts, notContested } from '#domain/settlement/contested.ts'
import type { FoundLiability } from '../liabilities/as-they-stand.ts'
import type { Ledger } from '../liabilities/find-liabilities.ts'
import type { ClosedLiability } from '../settlements/closed-liabilities.ts'
import type { EpisodeSources } from '../settlements/episodes-behind.ts'
import { liabilityBehind } from '../settlements/liability-behind.ts'
import { monthOfMunicipality } from '../settlements/month-of-municipality.ts'

/** What a liability is computed again from. */
export type Contestable = Ledger & EpisodeSources

/**
 * What a liability stands on: what is known now; once it is closed, what its statement rests on, and after that, where it
 * has been corrected, what is known now, for the episodes that came with a correction.
 */
export const computationsOf = async (
  sources: Contestable,
  found: FoundLiability,
  asOf?: string,
): Promise<readonly Computed[]> => {
  if (found.kind === 'live') return [{ liability: found.liability, catalog: await sources.catalog(asOf) }]
  const behind = await liabilityBehind(sources, found.closed)
  return found.closed.corrections.length === 0 ? [behind] : [behind, ...(await today(sources, found.closed, asOf))]
}

const today = async (
  ledger: Ledger,
  { region, month, statement }: ClosedLiability,
  asOf: string | undefined,
): Promise<readonly Computed[]> => {
  const { municipality } = statement
  const [{ catalog, liabilities }, statements] = await Promise.all([
    monthOfMunicipality(ledger, region, month, municipality, asOf),
    ledger.settlements.statements(region, month, municipality),
  ])
  const account = accountName(statement)
  const ofOthers = new Set(statements.map(({ id }) => id).filter((id) => id !== statement.id))
  return liabilities
    .filter((liability) => accountNameOf(liability) === account && !ofOthers.has(liabilityId(liability.key)))
    .map((liability) => ({ liability, catalog }))
}

/** What an episode makes of the first computation that counts it. */
export const contestedIn = (computations: readonly Computed[], episode: string): Contested => {
  const computed = countedBy(computations, episode)
  return computed === undefined ? notContested : contested(computed, [episode])
}

/** The first computation that counts an episode. */
export const countedBy = (computations: readonly Computed[], episode: string): Computed | undefined =>
  computations.find(({ liability }) => counts(liability, episode))

/** What is held for several contested episodes together; undefined where none of them is counted. */
export const heldTogether = (
  computations: readonly Computed[],
  episodes: readonly string[],
): { readonly open: number; readonly held: Owed } | undefined => {
  const parts = [...Map.groupBy(episodes, (episode) => countedBy(computations, episode))].flatMap(([computed, own]) =>
    computed === undefined ? [] : [{ open: own.length, held: contested(computed, own).held }],
  )
  if (parts.length === 0) return undefined
  return {
    open: parts.reduce((sum, { open }) => sum + open, 0),
    held: totalOf(parts.map(({ held }) => held)),
  }
}

/** Sums added up; days or money are undefined as soon as one of them is. */
export const totalOf = (sums: readonly Owed[]): Owed =>
  sums.reduce(
    (total, { days, ore }) => ({
      days: total.days === undefined || days === undefined ? undefined : add(total.days, days),
      ore: total.ore === undefined || ore === undefined ? undefined : total.ore + ore,
    }),
    notContested.held,
  )
