import type { Liability } from '#domain/liability/liability.ts'
import { liabilityId } from '#domain/liability/month.ts'
import { exactly } from '#domain/money/fraction.ts'
import { accountTotal } from '#domain/settlement/account.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import type { Run, SettlementName, SettlementStore } from '#store/settlement-store.ts'
import { type Correcting, correctMunicipality } from './correct-municipality.ts'
import { inOrder, merkleRoot } from './merkle.ts'
import { type MonthOfMunicipality, monthOfMunicipality } from './month-of-municipality.ts'
import { receiptContent, receiptDigest, receiptText } from './receipt.ts'
import type { UnitOutcome } from './unit-outcome.ts'

/** What closing works with. */
export type Closing = Correcting

/**
 * Closes the units of a municipality for one run: each that is known gets its statement, once and for all, the others what
 * stops them. Done again, or by two at once, it comes to the same.
 */
export const closeMunicipality = async (
  closing: Closing,
  name: SettlementName,
  { number, at, by }: Run,
  municipality: string,
): Promise<void> => {
  const { region, agreement, month } = name
  const known = await monthOfMunicipality(closing, region, month, municipality)
  const own = known.liabilities.filter(({ key }) => key.rule?.reference.agreement === agreement)
  const outcomes: UnitOutcome[] = []
  for (const liability of own) outcomes.push(await closeUnit(closing.settlements, known, liability, { at, by }))
  // What came while the statements were made did not know yet that the month is closed.
  await correctMunicipality(closing, region, month, municipality)
  await closing.settlements.finish(name, number, municipality, JSON.stringify(outcomes))
}

const closeUnit = async (
  settlements: SettlementStore,
  known: MonthOfMunicipality,
  liability: Liability,
  { at: closedAt, by: closedBy }: { readonly at: string; readonly by: string },
): Promise<UnitOutcome> => {
  const { key } = liability
  const id = liabilityId(key)
  const total = accountTotal([liability])
  if (total === undefined)
    return {
      id,
      state: 'stopped',
      missing: [...liability.missing, ...(liability.review === 'pending' ? ['review'] : [])],
    }
  const entries = inOrder(known.entriesOf([liability]))
  const root = merkleRoot(entries)
  const content = receiptContent(liability, { ...known, root, closedAt, closedBy })
  // The entries first: a statement must never stand without them.
  await settlements.keepManifest(key.region, key.month, root, entries)
  await settlements.addStatement(key.region, key.month, {
    id,
    agreement: key.rule?.reference.agreement ?? '',
    municipality: key.municipality ?? '-',
    district: key.district ?? '-',
    closedAt,
    days: exactly(total.days),
    ore: `${total.ore}`,
    sha256: receiptDigest(receiptText(content, entries)),
    content: canonicalJson(content),
  })
  return { id, state: 'closed', missing: [] }
}
