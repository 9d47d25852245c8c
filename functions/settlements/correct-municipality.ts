import { notBefore } from '#domain/calendar/not-before.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { exactly } from '#domain/money/fraction.ts'
import { type Basis, causesBetween, type ManifestEntry } from '#domain/settlement/correction.ts'
import { DISPUTE_UPHELD } from '#domain/settlement/dispute-upheld.ts'
import type { SettlementStore, StoredLeftOut } from '#store/settlement-store.ts'
import { accountDifference, isNothing, type Standing, standingAccounts } from './account-difference.ts'
import { inOrder, merkleRoot } from './merkle.ts'
import { type MonthOfMunicipality, type MonthSources, monthOfMunicipality } from './month-of-municipality.ts'
import { reviewsIn } from './receipt.ts'
import { statementFacts } from './statement-facts.ts'

/** What correcting works with. */
export type Correcting = Omit<MonthSources, 'settlements'> & {
  readonly settlements: SettlementStore
  readonly now: () => string
}

/**
 * Corrects the closed accounts of a municipality's month that come to something else today: one line each, the whole
 * difference. Done again, or by two at once, it adds nothing; what cannot be known today is corrected when it can. It ends
 * only when nothing is left to correct: what changed back while a line was made found nothing to correct, and tells no one.
 */
export const correctMunicipality = async (
  correcting: Correcting,
  region: string,
  month: string,
  municipality: string,
): Promise<void> => {
  while (!(await isCorrected(correcting, region, month, municipality)));
}

/** False when a line was added, by this or by someone else: then all is read again, for it may rest on what is gone by now. */
const isCorrected = async (
  correcting: Correcting,
  region: string,
  month: string,
  municipality: string,
): Promise<boolean> => {
  const { settlements } = correcting
  const [statements, corrections] = await Promise.all([
    settlements.statements(region, month, municipality),
    settlements.corrections(region, month, municipality),
  ])
  if (statements.length === 0) return true
  // Read after the lines that stand, so that whoever writes the next line has seen what the last one saw.
  const known = await monthOfMunicipality(correcting, region, month, municipality)
  for (const standing of standingAccounts(statements, corrections))
    if (!(await correctAccount(correcting, region, month, known, standing))) return false
  return true
}

const correctAccount = async (
  { settlements, now }: Correcting,
  region: string,
  month: string,
  known: MonthOfMunicipality,
  standing: Standing,
): Promise<boolean> => {
  const { live, difference } = accountDifference(standing, known.liabilities)
  if (difference === undefined || isNothing(difference)) return true
  const { statements, corrections } = standing
  const entries = inOrder(known.entriesOf(live))
  const is: Basis = {
    entries,
    rules: live.map(ruleOf),
    upheld: upheldIn(known.decided.leftOut, entries),
    reviews: reviewsIn(live),
  }
  const was = await standingBasis(settlements, region, month, standing)
  const root = merkleRoot(entries)
  await settlements.keepManifest(region, month, root, entries)
  const [agreement = '', municipality = '', district = ''] = standing.name.split('~')
  await settlements.addCorrection(region, month, {
    number: corrections.length + 1,
    agreement,
    municipality,
    district,
    recordedAt: notBefore(
      now(),
      [...statements, ...corrections].map((made) => made.recordedAt),
    ),
    days: exactly(difference.days),
    ore: `${difference.ore}`,
    causes: [...causesBetween(was, is)],
    rules: [...is.rules],
    upheld: [...is.upheld],
    reviews: [...is.reviews],
    root,
  })
  return false
}

const ruleOf = ({ key }: Liability): string =>
  `${key.rule?.reference.stage}.${key.rule?.reference.version} ${key.rule?.reference.sha256}`

/** What the account stood on last: its last correction, else its statements. */
const standingBasis = async (
  settlements: SettlementStore,
  region: string,
  month: string,
  { statements, corrections }: Standing,
): Promise<Basis> => {
  const last = corrections.at(-1)
  if (last !== undefined)
    return {
      entries: await settlements.manifest(region, month, last.root),
      rules: last.rules,
      upheld: last.upheld,
      reviews: last.reviews,
    }
  const facts = statements.map(statementFacts)
  const manifests = await Promise.all(facts.map(({ root }) => settlements.manifest(region, month, root)))
  const entries = manifests.flat()
  const leftOut = facts.flatMap((each) => each.leftOut)
  return {
    entries,
    rules: facts.map(({ rule }) => rule),
    upheld: upheldIn(leftOut, entries),
    reviews: facts.flatMap(({ reviews }) => reviews.map(({ episode, number }) => `${episode} ${number}`)),
  }
}

/** The episodes among an account's entries that a dispute has left out. */
const upheldIn = (
  leftOut: readonly Pick<StoredLeftOut, 'episode' | 'because'>[],
  entries: readonly ManifestEntry[],
): readonly string[] => {
  const own = new Set(entries.map(({ episode }) => episode))
  return leftOut.flatMap(({ episode, because }) => (because === DISPUTE_UPHELD && own.has(episode) ? [episode] : []))
}
