import { catalogLoader, type LoadCatalog, type LoadRule, ruleLoader } from '#agreements/load-catalog.ts'
import { definitionsLoader, type LoadDefinitions } from '#agreements/load-definitions.ts'
import type { Border, Limiting, Logging } from '#http/exchange.ts'
import type { AccessLogReads } from '#store/access-log.ts'
import { type DisposalReads, type DisposalStore, disposalReads, disposalStore } from '#store/disposal-store.ts'
import { type DisputeReads, type DisputeStore, disputeReads, disputeStore } from '#store/dispute-store.ts'
import { type EpisodeReads, type EpisodeStore, episodeReads, episodeStore } from '#store/episode-store.ts'
import type { ExportLinks, ExportShelf } from '#store/export-files.ts'
import { type ExportReads, type ExportStore, exportReads, exportStore } from '#store/export-store.ts'
import { type LogCheckReads, type LogCheckStore, logCheckReads, logCheckStore } from '#store/log-check-store.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'
import { type ReviewReads, type ReviewStore, reviewReads, reviewStore } from '#store/review-store.ts'
import { type RuleReads, type RuleStore, ruleReads, ruleStore } from '#store/rule-store.ts'
import {
  type SettlementReads,
  type SettlementStore,
  settlementReads,
  settlementStore,
} from '#store/settlement-store.ts'
import {
  type SimulationReads,
  type SimulationStore,
  simulationReads,
  simulationStore,
} from '#store/simulation-store.ts'
import type { ReadOnlyTable, Table } from '#store/table.ts'
import { type UnitMonthStore, unitMonthStore } from '#store/unit-month-store.ts'
import { afterOthers } from './work/after-others.ts'
import type { SendTasks } from './work/task.ts'

/** What differs between one machine and AWS. */
export type Ground = Border &
  Limiting &
  Logging & {
    readonly accessLogReads: AccessLogReads
    readonly table: Table
    readonly pseudonyms: Pseudonyms
    readonly sendTasks: SendTasks
    readonly shelf: ExportShelf
    readonly links: ExportLinks
  }

/** Everything that can be read, wherever a route runs. */
export type Reading = Border &
  Limiting & {
    readonly table: ReadOnlyTable
    readonly episodes: EpisodeReads
    readonly unitMonths: UnitMonthStore
    readonly simulations: SimulationReads
    readonly settlements: SettlementReads
    readonly disputes: DisputeReads
    readonly disposals: DisposalReads
    readonly logChecks: LogCheckReads
    readonly reviews: ReviewReads
    readonly exports: ExportReads
    readonly rules: RuleReads
    readonly catalog: LoadCatalog
    readonly loadRule: LoadRule
    readonly definitions: LoadDefinitions
  }

/** What finding a person by number needs beside what can be read. */
export type Searching = Reading & Pick<Ground, 'pseudonyms'>

/** What handing out files of exports needs beside what can be read. */
export type Linking = Reading & Pick<Ground, 'links'>

/** What reading the log of accesses needs beside what can be read. */
export type Auditing = Reading & Pick<Ground, 'accessLogReads'>

/** What a route that changes what is kept works with, other than episodes. */
export type Writing = Reading &
  Pick<Ground, 'table'> & {
    readonly rules: RuleStore
    readonly simulations: SimulationStore
    readonly settlements: SettlementStore
    readonly disputes: DisputeStore
    readonly disposals: DisposalStore
    readonly logChecks: LogCheckStore
    readonly reviews: ReviewStore
    readonly exports: ExportStore
  }

/** What a route needs that also leaves work to be done after its answer. */
export type Submitting = Writing & Pick<Ground, 'sendTasks'>

/** What a route that records episodes works with. */
export type Recording = Searching & Submitting & { readonly episodes: EpisodeStore }

/** Everything that routes and tasks need. */
export type Environment = Recording & Linking & Auditing & Pick<Ground, 'shelf' | 'accessLog'>

/** The stores over a table, and what the ground gives as it is. */
export const composeEnvironment = (ground: Ground): Environment => composeRecording(ground)

/** What records episodes, over a table that is written. */
export const composeRecording = <G extends Pick<Ground, 'table'>>(ground: G) => ({
  ...composeWriting(ground),
  episodes: episodeStore(ground.table),
})

/** What changes all that is kept but episodes, over a table that is written. */
export const composeWriting = <G extends Pick<Ground, 'table'>>(ground: G) => ({
  ...composeReading(ground),
  rules: ruleStore(ground.table),
  simulations: simulationStore(ground.table),
  settlements: settlementStore(ground.table),
  disputes: disputeStore(ground.table),
  disposals: disposalStore(ground.table),
  logChecks: logCheckStore(ground.table),
  reviews: reviewStore(ground.table),
  exports: exportStore(ground.table),
})

/** What reads all that is kept, over a table that may be one that is only read. */
export const composeReading = <G extends { readonly table: ReadOnlyTable }>(ground: G) => {
  const rules = ruleReads(ground.table)
  const loadRule = ruleLoader(rules, afterOthers)
  return {
    ...ground,
    episodes: episodeReads(ground.table),
    unitMonths: unitMonthStore(ground.table),
    simulations: simulationReads(ground.table),
    settlements: settlementReads(ground.table),
    disputes: disputeReads(ground.table),
    disposals: disposalReads(ground.table),
    logChecks: logCheckReads(ground.table),
    reviews: reviewReads(ground.table),
    exports: exportReads(ground.table),
    rules,
    catalog: catalogLoader(rules, loadRule),
    loadRule,
    definitions: definitionsLoader(rules),
  }
}
