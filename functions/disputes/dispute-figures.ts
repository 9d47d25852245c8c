import type { Owed } from '#domain/liability/settle.ts'
import { exactly, parseExact } from '#domain/money/fraction.ts'
import { type Computed, type Contested, notContested } from '#domain/settlement/contested.ts'
import type { DisputeRecord, StoredDecision, StoredDispute } from '#store/dispute-store.ts'
import { findLiabilities } from '../liabilities/find-liabilities.ts'
import { type Contestable, computationsOf, contestedIn } from './computations.ts'

/** What a dispute is about in days and money: as it is now while it is open, as it was when it ended after that. */
export type FiguresOf = (record: DisputeRecord) => Promise<Contested>

/** The figures of any number of disputes; a municipality's month is computed once. */
export const disputeFigures = (sources: Contestable): FiguresOf => {
  const months = new Map<string, Promise<readonly Computed[]>>()
  return async ({ dispute, decisions }) => {
    const ended = decisions.at(-1)?.figures
    if (ended !== undefined) return asItEnded(ended)
    const { region, month, municipality, episode } = dispute
    const name = `${region} ${month} ${municipality}`
    const computations = months.get(name) ?? computationsOfMonth(sources, dispute)
    months.set(name, computations)
    return contestedIn(await computations, episode)
  }
}

/** Figures as they are kept. */
export const keptFigures = ({ with: with_, without }: Contested): NonNullable<StoredDecision['figures']> => ({
  with: kept(with_),
  without: kept(without),
})

const computationsOfMonth = async (
  sources: Contestable,
  { region, month, municipality }: StoredDispute,
): Promise<readonly Computed[]> => {
  const found = await findLiabilities(sources, { tenant: { kind: 'region', region } }, { region, month, municipality })
  return (await Promise.all(found.map((each) => computationsOf(sources, each)))).flat()
}

const asItEnded = ({ with: with_, without }: NonNullable<StoredDecision['figures']>): Contested => ({
  with: read(with_),
  without: read(without),
  held: notContested.held,
})

const kept = ({ days, ore }: Owed) => ({
  ...(days === undefined ? {} : { days: exactly(days) }),
  ...(ore === undefined ? {} : { ore: `${ore}` }),
})

const read = ({ days, ore }: { readonly days?: string | undefined; readonly ore?: string | undefined }): Owed => ({
  days: days === undefined ? undefined : parseExact(days),
  ore: ore === undefined ? undefined : BigInt(ore),
})
