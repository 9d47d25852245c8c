import type { LoadCatalog, LoadRule } from '#agreements/load-catalog.ts'
import type { LoadDefinitions } from '#agreements/load-definitions.ts'
import type { LogEntry } from '#http/log-entry.ts'
import type { DisposalStore } from '#store/disposal-store.ts'
import type { DisputeReads } from '#store/dispute-store.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { ExportShelf } from '#store/export-files.ts'
import type { ExportStore } from '#store/export-store.ts'
import type { ReviewReads } from '#store/review-store.ts'
import type { RuleStore } from '#store/rule-store.ts'
import type { SettlementStore } from '#store/settlement-store.ts'
import type { SimulationStore } from '#store/simulation-store.ts'
import type { Table } from '#store/table.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import type { SendTasks } from './task.ts'

/** What a task may be performed with: all that is kept, further tasks, the shelf of exports and the clock, but no key to a person. */
export type Working = {
  readonly table: Table
  readonly episodes: EpisodeReads
  readonly unitMonths: UnitMonthStore
  readonly rules: RuleStore
  readonly catalog: LoadCatalog
  readonly loadRule: LoadRule
  readonly simulations: SimulationStore
  readonly settlements: SettlementStore
  readonly reviews: ReviewReads
  readonly disputes: DisputeReads
  readonly disposals: DisposalStore
  readonly sendTasks: SendTasks
  readonly definitions: LoadDefinitions
  readonly exports: ExportStore
  readonly shelf: ExportShelf
  /** The clock: UTC with milliseconds. */
  readonly now: () => string
  readonly log: (entry: LogEntry) => void
}
