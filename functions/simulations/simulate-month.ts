import type { LoadCatalog } from '#agreements/load-catalog.ts'
import type { ComparedUnitMonth } from '#domain/simulation/compare-unit-month.ts'
import type { RuleStore } from '#store/rule-store.ts'
import type { Simulation, SimulationStore } from '#store/simulation-store.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import { simulationName } from '../lifecycle/findings.ts'
import { type CandidateSources, worldsOf } from './candidate.ts'
import { compareMonth } from './compare-month.ts'
import { rowAnswer, summaryText } from './simulation-text.ts'

/** What simulating works with. */
export type Simulating = CandidateSources & {
  readonly rules: RuleStore
  readonly catalog: LoadCatalog
  readonly unitMonths: Pick<UnitMonthStore, 'municipalities' | 'ofRegion'>
  readonly simulations: SimulationStore
  readonly now: () => string
}

/** Simulates one month, one municipality at a time; the month that is last to be done records that the bytes were simulated. */
export const simulateMonth = async (simulating: Simulating, id: string, month: string): Promise<void> => {
  const simulation = await simulating.simulations.find(id)
  if (simulation === undefined) throw new Error('A simulation that has a task is missing')
  const { simulations } = simulating
  if (!(await simulations.months(id)).has(month)) await settleMonth(simulating, simulation, month)
  const done = await simulations.months(id)
  if (simulation.months.every((each) => done.has(each))) await recordDone(simulating, simulation)
}

const settleMonth = async (simulating: Simulating, simulation: Simulation, month: string): Promise<void> => {
  const { catalog, unitMonths, simulations } = simulating
  const { id, region, at } = simulation
  const worlds = await worldsOf(simulating, simulation, await catalog(at))
  const summary = await compareMonth(unitMonths, { worlds, region, month, at }, (row) =>
    simulations.addRow(id, month, unitOf(row), JSON.stringify(rowAnswer(row))),
  )
  const changes = worlds.flatMap(({ change }) => change ?? [])
  await simulations.finishMonth(id, month, summaryText(summary), JSON.stringify(changes.map(changeKept)))
}

const unitOf = ({ municipality = '-', district = '-' }: ComparedUnitMonth): string => `${municipality}#${district}`

const changeKept = ({
  parameter,
  cites,
  text,
}: {
  parameter: string
  cites: { was?: string; is?: string }
  text: unknown
}) => ({
  parameter,
  cites: cites.is ?? cites.was ?? null,
  text,
})

const recordDone = async ({ rules, now }: Simulating, { id, candidate, by, region }: Simulation): Promise<void> => {
  if (candidate.kind === 'event') return
  const { agreement, stage, sha256 } = candidate
  const at = now()
  const line = { at, act: 'simulated', by, party: `region ${region}`, stage, sha256, note: id } as const
  const named = candidate.kind === 'version' ? { ...line, version: candidate.version } : line
  await rules.addFinding(agreement, simulationName(sha256, id), JSON.stringify({ simulation: id, at }), named)
}
