import type { Liability } from '#domain/liability/liability.ts'
import { parseExact } from '#domain/money/fraction.ts'
import { accountName, accountNameOf, accountTotal } from '#domain/settlement/account.ts'
import { correctionOf } from '#domain/settlement/correction.ts'
import type { Sum } from '#domain/simulation/figures.ts'
import type { StoredCorrection, StoredStatement } from '#store/settlement-store.ts'

/** A closed account of a municipality's month: its statements and what has been corrected since. */
export type Standing = {
  readonly name: string
  readonly statements: readonly StoredStatement[]
  readonly corrections: readonly StoredCorrection[]
}

/** The closed accounts that statements and corrections of a municipality's month belong to. */
export const standingAccounts = (
  statements: readonly StoredStatement[],
  corrections: readonly StoredCorrection[],
): readonly Standing[] =>
  [...Map.groupBy(statements, accountName)].map(([name, own]) => ({
    name,
    statements: own,
    corrections: corrections.filter((each) => accountName(each) === name),
  }))

/** What an account rests on today, and what it comes to more or less than it stands at; undefined while that is not known. */
export const accountDifference = (
  { name, statements, corrections }: Standing,
  liabilities: readonly Liability[],
): { readonly live: readonly Liability[]; readonly difference: Sum | undefined } => {
  const live = liabilities.filter((liability) => accountNameOf(liability) === name)
  const today = accountTotal(live)
  const difference = today === undefined ? undefined : correctionOf([...statements, ...corrections].map(sumFrom), today)
  return { live, difference }
}

/** Whether there is nothing to correct. */
export const isNothing = ({ days, ore }: Sum): boolean => days.n === 0n && ore === 0n

const sumFrom = ({ days, ore }: { readonly days: string; readonly ore: string }): Sum => ({
  days: parseExact(days),
  ore: BigInt(ore),
})
