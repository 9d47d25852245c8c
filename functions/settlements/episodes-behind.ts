import type { LoadRule } from '#agreements/load-catalog.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulkAsIf } from '#domain/liability/decide-in-bulk.ts'
import { adjusted } from '#domain/settlement/adjustment.ts'
import type { RuleReads } from '#store/rule-store.ts'
import type { SettlementReads } from '#store/settlement-store.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import { findVersion } from '../lifecycle/find-version.ts'
import { adjustmentsFrom } from './adjustments.ts'
import type { ClosedLiability } from './closed-liabilities.ts'
import { statementFacts } from './statement-facts.ts'

/** What the episodes behind a closed month are found with. */
export type EpisodeSources = {
  readonly rules: Pick<RuleReads, 'publications'>
  readonly loadRule: LoadRule
  readonly unitMonths: Pick<UnitMonthStore, 'everOfRegion'>
  readonly settlements: Pick<SettlementReads, 'manifest'>
}

/** The episodes that a closed month rests on, each in the revision that its manifest pins, decided as it was then. */
export const episodesBehind = async (
  { rules, loadRule, unitMonths, settlements }: EpisodeSources,
  { region, month, statement }: ClosedLiability,
): Promise<readonly DecidedEpisode[]> => {
  const { root, reference, leftOut, reviews, agreementRegistered } = statementFacts(statement)
  const { municipality } = statement
  const [entries, rows, { versions }] = await Promise.all([
    settlements.manifest(region, month, root),
    unitMonths.everOfRegion(region, month, municipality),
    rules.publications(),
  ])
  const version = findVersion(versions, reference)
  if (version === undefined) throw new Error('The rule version of a statement is missing')
  const rule = await loadRule(version)
  const pinned = new Set(entries.map(({ episode, revision }) => `${episode} ${revision}`))
  const decided = rows
    .filter((row) => pinned.has(`${row.region}~${row.id} ${row.revision}`))
    .map(({ region: of, id, revision, facts }) =>
      decideInBulkAsIf(rule, { region: of, id, revision, facts }, agreementRegistered),
    )
  return adjusted(decided, adjustmentsFrom({ leftOut, reviews }))
}
