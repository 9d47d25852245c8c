import type { Liability } from '#domain/liability/liability.ts'
import { exactly, parseExact } from '#domain/money/fraction.ts'
import { accountName, accountOf, accountTotal } from '#domain/settlement/account.ts'
import { type Basis, causesBetween, correctionOf } from '#domain/settlement/correction.ts'
import type { Sum } from '#domain/simulation/figures.ts'
import type { SettlementStore, StoredCorrection, StoredStatement } from '#store/settlement-store.ts'
import { inOrder, merkleRoot } from './merkle.ts'
import { type MonthOfMunicipality, type MonthSources, monthOfMunicipality } from './month-of-municipality.ts'
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
  for (const [name, own] of Map.groupBy(statements, nameOf)) {
    const account = { name, statements: own, corrections: corrections.filter((each) => nameOf(each) === name) }
    if (!(await correctAccount(correcting, region, month, known, account))) return false
  }
  return true
}

type Standing = {
  readonly name: string
  readonly statements: readonly StoredStatement[]
  readonly corrections: readonly StoredCorrection[]
}

const nameOf = ({ agreement, municipality, district }: StoredStatement | StoredCorrection): string =>
  [agreement, municipality, district].join('~')

const correctAccount = async (
  { settlements, now }: Correcting,
  region: string,
  month: string,
  known: MonthOfMunicipality,
  standing: Standing,
): Promise<boolean> => {
  const live = known.liabilities.filter((liability) => nameOfLive(liability) === standing.name)
  const today = accountTotal(live)
  if (today === undefined) return true
  const { statements, corrections } = standing
  const difference = correctionOf([...statements, ...corrections].map(sumFrom), today)
  if (difference.days.n === 0n && difference.ore === 0n) return true
  const entries = inOrder(known.entriesOf(live))
  const is: Basis = { entries, rules: live.map(ruleOf) }
  const was = await standingBasis(settlements, region, month, standing)
  const root = merkleRoot(entries)
  await settlements.keepManifest(region, month, root, entries)
  const [agreement = '', municipality = '', district = ''] = standing.name.split('~')
  await settlements.addCorrection(region, month, {
    number: corrections.length + 1,
    agreement,
    municipality,
    district,
    recordedAt: now(),
    days: exactly(difference.days),
    ore: `${difference.ore}`,
    causes: [...causesBetween(was, is)],
    rules: [...is.rules],
    root,
  })
  return false
}

const nameOfLive = (liability: Liability): string | undefined => {
  const account = accountOf(liability)
  return account === undefined ? undefined : accountName(account)
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
  if (last !== undefined) return { entries: await settlements.manifest(region, month, last.root), rules: last.rules }
  const facts = statements.map(statementFacts)
  const manifests = await Promise.all(facts.map(({ root }) => settlements.manifest(region, month, root)))
  return { entries: manifests.flat(), rules: facts.map(({ rule }) => rule) }
}

const sumFrom = ({ days, ore }: { readonly days: string; readonly ore: string }): Sum => ({
  days: parseExact(days),
  ore: BigInt(ore),
})
