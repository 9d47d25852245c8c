import type { Liability } from '#domain/liability/liability.ts'
import { liabilityId } from '#domain/liability/month.ts'
import { exactly } from '#domain/money/fraction.ts'
import { accountName, accountNameOf, accountTotal } from '#domain/settlement/account.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import type { Run, SettlementName, SettlementStore, StoredStatement } from '#store/settlement-store.ts'
import { type Correcting, correctMunicipality } from './correct-municipality.ts'
import { inOrder, merkleRoot } from './merkle.ts'
import { type MonthOfMunicipality, monthOfMunicipality } from './month-of-municipality.ts'
import { receiptContent, receiptDigest, receiptText } from './receipt.ts'
import type { UnitOutcome } from './unit-outcome.ts'

/** What closing works with. */
export type Closing = Correcting

/**
 * Closes the accounts of a municipality for one run: each that is known as a whole gets its statements, once and for all, the
 * others what stops them. Done again, or by two at once, it comes to the same.
 */
export const closeMunicipality = async (
  closing: Closing,
  name: SettlementName,
  run: Run,
  municipality: string,
): Promise<void> => {
  const outcomes = await closeAccounts(closing, name, run, municipality)
  // What came while the statements were made did not know yet that the month is closed.
  await correctMunicipality(closing, name.region, name.month, municipality)
  await closing.settlements.finish(name, run.number, municipality, JSON.stringify(outcomes))
}

const closeAccounts = async (
  closing: Closing,
  name: SettlementName,
  run: Run,
  municipality: string,
): Promise<readonly UnitOutcome[]> => {
  const { region, agreement, month } = name
  const { settlements } = closing
  const closed = async (): Promise<readonly StoredStatement[]> =>
    (await settlements.statements(region, month, municipality)).filter((made) => made.agreement === agreement)
  const before = new Set((await closed()).map(accountName))
  const known = await monthOfMunicipality(closing, region, month, municipality)
  const own = known.liabilities.filter(({ key }) => key.rule?.reference.agreement === agreement)
  const accounts = Map.groupBy(own, (liability) => accountNameOf(liability) ?? '')
  for (const [account, liabilities] of accounts)
    if (!before.has(account) && accountTotal(liabilities) !== undefined)
      await closeAccount(closing, name, known, liabilities, run)
  const statements = await closed()
  const after = new Set(statements.map(accountName))
  const open = [...accounts].filter(([account]) => !after.has(account))
  return [
    ...statements.map(({ id }): UnitOutcome => ({ id, state: 'closed', missing: [] })),
    ...open.flatMap(([, liabilities]) => liabilities.map((liability) => stoppedBy(liability, liabilities))),
  ]
}

/** An account waits as a whole: a part of it that were closed alone would be billed beside what is not known. */
const stoppedBy = ({ key }: Liability, account: readonly Liability[]): UnitOutcome => {
  const reasons = account.flatMap(({ missing, review }) => [...missing, ...(review === 'pending' ? ['review'] : [])])
  return { id: liabilityId(key), state: 'stopped', missing: [...new Set(reasons)] }
}

const closeAccount = async (
  { settlements, now }: Closing,
  { region, month }: SettlementName,
  known: MonthOfMunicipality,
  account: readonly Liability[],
  run: Run,
): Promise<void> => {
  const made: Omit<StoredStatement, 'recordedAt'>[] = []
  for (const liability of account) made.push(await statementOf(settlements, known, liability, run))
  // Read last: until then the account was shown as open.
  const recordedAt = now()
  const [first, ...others] = made.map((statement) => ({ ...statement, recordedAt }))
  if (first !== undefined) await settlements.addStatements(region, month, [first, ...others])
}

const statementOf = async (
  settlements: SettlementStore,
  known: MonthOfMunicipality,
  liability: Liability,
  { at: closedAt, by: closedBy }: Run,
): Promise<Omit<StoredStatement, 'recordedAt'>> => {
  const { key, total } = liability
  if (total.days === undefined || total.ore === undefined) throw new Error('What is not known cannot be closed')
  const entries = inOrder(known.entriesOf([liability]))
  const root = merkleRoot(entries)
  const content = receiptContent(liability, { ...known, root, closedAt, closedBy })
  // The entries first: a statement must never stand without them.
  await settlements.keepManifest(key.region, key.month, root, entries)
  return {
    id: liabilityId(key),
    agreement: key.rule?.reference.agreement ?? '',
    municipality: key.municipality ?? '-',
    district: key.district ?? '-',
    closedAt,
    days: exactly(total.days),
    ore: `${total.ore}`,
    sha256: receiptDigest(receiptText(content, entries)),
    content: canonicalJson(content),
  }
}
