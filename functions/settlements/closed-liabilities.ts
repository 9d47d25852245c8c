import * as z from 'zod'
import type { Statement } from '#domain/agreement/statement.ts'
import { showDecimal } from '#domain/money/decimal.ts'
import { parseExact } from '#domain/money/fraction.ts'
import { showOre } from '#domain/money/ore.ts'
import { accountName } from '#domain/settlement/account.ts'
import type { SettlementReads, StoredCorrection, StoredStatement } from '#store/settlement-store.ts'
import { statementFacts } from './statement-facts.ts'

/** A closed month of a unit under a rule version, with the corrections of its account. */
export type ClosedLiability = {
  readonly region: string
  readonly month: string
  readonly statement: StoredStatement
  readonly corrections: readonly StoredCorrection[]
  /** What is true of the month by now, beside what was when it was closed. */
  readonly flags: readonly Statement[]
}

/** The closed liabilities of a region's month, of all units or of a municipality's, as they were known at an instant. */
export const closedLiabilities = async (
  settlements: Pick<SettlementReads, 'statements' | 'corrections'>,
  { region, month, municipality }: { readonly region: string; readonly month: string; readonly municipality?: string },
  asOf?: string,
): Promise<readonly ClosedLiability[]> => {
  const [statements, corrections] = await Promise.all([
    settlements.statements(region, month, municipality),
    settlements.corrections(region, month, municipality),
  ])
  const known = statements
    .filter(({ recordedAt }) => asOf === undefined || recordedAt <= asOf)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return known.map((statement) => {
    const account = accountName(statement)
    // An account may have several statements, one for each rule version; its corrections stand beside the first.
    const isFirst = known.find((other) => accountName(other) === account) === statement
    const own = corrections.filter(
      (each) => accountName(each) === account && (asOf === undefined || each.recordedAt <= asOf),
    )
    return { region, month, statement, corrections: isFirst ? own : [], flags: [] }
  })
}

/** A closed liability as the contract writes it: the statement's figures, and what has been corrected since. */
export const closedAnswer = ({ statement, corrections, flags }: ClosedLiability) => ({
  ...withFlags(statementFacts(statement).liability, flags),
  corrections: corrections.map((made) => ({
    id: `${statement.id}~${made.number}`,
    days: showDecimal(parseExact(made.days), 2),
    amount: showOre(BigInt(made.ore)),
    cause: made.causes.join(', '),
    recordedAt: made.recordedAt,
  })),
})

const withFlags = (liability: Readonly<Record<string, unknown>>, flags: readonly Statement[]) =>
  flags.length === 0 ? liability : { ...liability, flags: [...z.array(z.unknown()).parse(liability.flags), ...flags] }
