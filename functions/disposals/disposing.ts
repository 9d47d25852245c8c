import { type Definition, definitionOf, type LoadDefinitions } from '#agreements/load-definitions.ts'
import type { RetentionDecision } from '#schemas/definitions/retention.ts'
import type { DisposalStore, DocumentCounts } from '#store/disposal-store.ts'
import type { DisputeReads } from '#store/dispute-store.ts'
import type { ExportShelf } from '#store/export-files.ts'
import type { ExportReads } from '#store/export-store.ts'
import type { ReviewReads } from '#store/review-store.ts'
import type { SettlementReads } from '#store/settlement-store.ts'
import type { SimulationReads } from '#store/simulation-store.ts'
import type { ReadOnlyTable } from '#store/table.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'

/** What disposing works with. */
export type Disposing = {
  readonly table: ReadOnlyTable
  readonly unitMonths: Pick<UnitMonthStore, 'municipalities' | 'months'>
  readonly settlements: Pick<SettlementReads, 'statements' | 'corrections' | 'leftOut'>
  readonly disputes: Pick<DisputeReads, 'ofMonth'>
  readonly reviews: Pick<ReviewReads, 'ofMonth' | 'actions'>
  readonly exports: Pick<ExportReads, 'publications'>
  readonly simulations: Pick<SimulationReads, 'keysBefore'>
  readonly shelf: Pick<ExportShelf, 'remove'>
  readonly disposals: DisposalStore
  readonly definitions: LoadDefinitions
  readonly now: () => string
}

/** What a disposal goes by: the version of the periods, and the region's decision in it. */
export type Ruling = { readonly retention: Definition<'retention'>; readonly decision: RetentionDecision }

/** Every region's decision to dispose of documents, in the order of their file; none while no periods are published. */
export const rulings = async ({ definitions }: Pick<Disposing, 'definitions'>): Promise<readonly Ruling[]> => {
  const retention = definitionOf(await definitions(), 'retention')
  return retention === undefined ? [] : retention.content.decisions.map((decision) => ({ retention, decision }))
}

/** A region's decision to dispose of documents; undefined while it has made none. */
export const rulingOf = async (
  disposing: Pick<Disposing, 'definitions'>,
  region: string,
): Promise<Ruling | undefined> => (await rulings(disposing)).find(({ decision }) => decision.region === region)

/** Counts in which those that are not named are none. */
export const counted = (counts: Partial<DocumentCounts>): DocumentCounts => ({ ...NONE, ...counts })

const NONE: DocumentCounts = {
  episodes: 0,
  revisions: 0,
  statements: 0,
  corrections: 0,
  disputes: 0,
  reviews: 0,
  exports: 0,
  files: 0,
  simulations: 0,
}
