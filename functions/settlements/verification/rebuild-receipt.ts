import type { Rule } from '#domain/agreement/rule.ts'
import { monthOf } from '#domain/calendar/civil-date.ts'
import { factsOf } from '#domain/episode/facts.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulkAsIf } from '#domain/liability/decide-in-bulk.ts'
import { liabilitiesFrom, liabilityId } from '#domain/liability/month.ts'
import { adjusted } from '#domain/settlement/adjustment.ts'
import type { ExportedStay, Receipt } from '#schemas/settlement.ts'
import type { Text } from '#schemas/text.ts'
import { stayDigest } from '#store/revision.ts'
import { showEpisodeId } from '../../episodes/episode-reference.ts'
import { adjustmentsFrom } from '../adjustments.ts'
import { catalogOfPremises } from '../catalog-of-premises.ts'
import { inOrder, merkleRoot } from '../merkle.ts'
import { receiptContent, receiptText } from '../receipt.ts'
import { noSuchLiability, otherMonth } from './words.ts'

/** A receipt made anew, in its bytes; or why the stays are not those of its month. */
export type Rebuilt =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly deviations: readonly Text[] }

/**
 * Makes a receipt anew from the stays and the rule, under its own premises. Only who closed it, when and by which engine is
 * taken from it as it stands.
 */
export const rebuildReceipt = (
  { id, engine, closedAt, closedBy, premises, liability: { month } }: Receipt,
  rule: Rule,
  stays: readonly ExportedStay[],
): Rebuilt => {
  const decided = stays.map((stay) => decidedUnder(rule, premises.agreementRegistered, stay))
  const strange = decided.filter(
    ({ facts: { discharge } }) => discharge === undefined || monthOf(discharge.on) !== month,
  )
  if (strange.length > 0)
    return { ok: false, deviations: strange.map((each) => otherMonth(showEpisodeId(each), month)) }
  const catalog = catalogOfPremises(premises, rule)
  const liabilities = liabilitiesFrom(catalog, month, adjusted(decided, adjustmentsFrom(premises)))
  const [liability, ...others] = liabilities
  const ids = liabilities.map(({ key }) => liabilityId(key))
  if (liability === undefined || others.length > 0 || ids[0] !== id)
    return { ok: false, deviations: [noSuchLiability(ids)] }
  const digests = new Map(stays.map(({ episode, stay }) => [episode, stayDigest(stay)]))
  const entries = inOrder(
    liability.episodes.map((each) => ({
      episode: showEpisodeId(each),
      revision: each.revision,
      sha256: digests.get(showEpisodeId(each)) ?? '',
    })),
  )
  const sources = { catalog, decided: premises, root: merkleRoot(entries), closedAt, closedBy }
  return { ok: true, text: receiptText({ ...receiptContent(liability, sources), engine }, entries) }
}

const decidedUnder = (
  rule: Rule,
  agreementRegistered: boolean,
  { episode, revision, stay }: ExportedStay,
): DecidedEpisode => {
  const [region = '', id = ''] = episode.split('~')
  return decideInBulkAsIf(rule, { region, id, revision, facts: factsOf(stay) }, agreementRegistered)
}
