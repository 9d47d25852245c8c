import type { DisputeReads, DisputeRecord } from '#store/dispute-store.ts'
import { knownAt } from '../episodes/known-at.ts'
import type { FoundLiability } from '../liabilities/as-they-stand.ts'
import { placeOf } from '../liabilities/find-liabilities.ts'
import { type Contestable, computationsOf, heldTogether } from './computations.ts'
import { owedAnswer } from './dispute-answer.ts'
import { statusOf } from './find-disputes.ts'

/** What a liability says of the open disputes about it. */
export type DisputesOnLiability = {
  readonly disputes: { readonly open: number; readonly heldDays: string | null; readonly heldAmount: string | null }
}

/** The open disputes about each of some liabilities, by its id; only where there are any. */
export const disputesOnLiabilities = async (
  sources: Contestable & { readonly disputes: DisputeReads },
  liabilities: readonly FoundLiability[],
  asOf?: string,
): Promise<ReadonlyMap<string, DisputesOnLiability>> => {
  const months = new Map(liabilities.map((found) => [nameOf(keyOf(found)), keyOf(found)]))
  const records = await Promise.all(
    [...months.values()].map(({ region, month }) =>
      sources.disputes.ofMonth(region, month, onlyMunicipality(liabilities)),
    ),
  )
  const at = knownAt({ asOf })
  const open = records
    .flat()
    .flatMap((record) => asKnown(record, at))
    .filter((record) => statusOf(record) === 'open')
  const told = await Promise.all(
    liabilities.map(async (found): Promise<readonly (readonly [string, DisputesOnLiability])[]> => {
      const own = open.filter(({ dispute }) => isOf(dispute, found)).map(({ dispute }) => dispute.episode)
      if (own.length === 0) return []
      const together = heldTogether(await computationsOf(sources, found, asOf), own)
      if (together === undefined) return []
      const { days, amount } = owedAnswer(together.held)
      return [[found.id, { disputes: { open: together.open, heldDays: days, heldAmount: amount } }]]
    }),
  )
  return new Map(told.flat())
}

/** The municipality of all of them, where it is one. */
const onlyMunicipality = (liabilities: readonly FoundLiability[]): string | undefined => {
  const [only, ...others] = new Set(liabilities.map((found) => placeOf(found).municipality))
  return others.length === 0 ? only : undefined
}

type Month = { readonly region: string; readonly month: string }

const keyOf = (found: FoundLiability): Month => (found.kind === 'live' ? found.liability.key : found.closed)

const nameOf = ({ region, month }: Month): string => `${region} ${month}`

const isOf = ({ region, month, municipality }: DisputeRecord['dispute'], found: FoundLiability): boolean =>
  nameOf({ region, month }) === nameOf(keyOf(found)) && municipality === placeOf(found).municipality

/** A dispute as it was known at an instant. */
const asKnown = ({ dispute, decisions }: DisputeRecord, at: string | undefined): readonly DisputeRecord[] => {
  if (at === undefined) return [{ dispute, decisions }]
  return dispute.at > at ? [] : [{ dispute, decisions: decisions.filter((decision) => decision.at <= at) }]
}
