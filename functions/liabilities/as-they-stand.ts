import { cited } from '#domain/liability/cited.ts'
import { correctionWaits } from '#domain/liability/flags.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilityId } from '#domain/liability/month.ts'
import { accountName, accountNameOf } from '#domain/settlement/account.ts'
import type { ClosedLiability } from '../settlements/closed-liabilities.ts'

/** A liability as it stands: computed anew while its month is open, as it was closed after that. */
export type FoundLiability =
  | { readonly kind: 'live'; readonly id: string; readonly liability: Liability }
  | { readonly kind: 'closed'; readonly id: string; readonly closed: ClosedLiability }

/** The liabilities of a month: what is closed in place of what is computed for the same account. */
export const asTheyStand = (
  live: readonly Liability[],
  closed: readonly ClosedLiability[],
): readonly FoundLiability[] => {
  const accounts = new Set(closed.map(accountOfClosed))
  return [
    ...live.filter((liability) => !accounts.has(accountOfLive(liability))).map(foundLive),
    ...closed.map((each) => foundClosed(each, live)),
  ]
}

const foundLive = (liability: Liability): FoundLiability => ({
  kind: 'live',
  id: liabilityId(liability.key),
  liability,
})

/** A closed liability, flagged while its account has candidate days by now that nobody has decided on. */
const foundClosed = (closed: ClosedLiability, live: readonly Liability[]): FoundLiability => {
  const waiting = live.filter((each) => each.review === 'pending' && accountOfLive(each) === accountOfClosed(closed))
  const flags = waiting
    .slice(0, 1)
    .map(({ key: { rule } }) => correctionWaits(rule === undefined ? '' : (cited(rule, 'model.decidedBy').cites ?? '')))
  return { kind: 'closed', id: closed.statement.id, closed: { ...closed, flags } }
}

const accountOfClosed = ({ region, statement }: ClosedLiability): string => `${region}~${accountName(statement)}`

const accountOfLive = (liability: Liability): string => `${liability.key.region}~${accountNameOf(liability)}`
