import * as z from 'zod'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { phaseOf } from '#domain/settlement/phase.ts'
import type { Run, SettlementName, SettlementReads } from '#store/settlement-store.ts'
import { unitOutcome } from './unit-outcome.ts'

/** Whether a run has municipalities left to go through. */
export const isRunning = async (
  settlements: Pick<SettlementReads, 'progress'>,
  name: SettlementName,
  { number, municipalities }: Run,
): Promise<boolean> => {
  const done = await settlements.progress(name, number)
  return municipalities.some((municipality) => !done.has(municipality))
}

/** The opaque id of a settlement. */
export const settlementId = ({ region, agreement, month }: SettlementName): string =>
  [region, agreement, month].join('~')

/** The settlement that an id names; undefined when it cannot be one. */
export const parseSettlementId = (id: string): SettlementName | undefined => {
  const [, region, agreement, month] = /^([0-9]{2})~([a-z0-9-]{1,100})~([0-9]{4}-[0-9]{2})$/.exec(id) ?? []
  return region === undefined || agreement === undefined || month === undefined
    ? undefined
    : { region, agreement, month }
}

const NOT_ASKED = {
  run: null,
  requestedBy: null,
  requestedAt: null,
  progress: { done: 0, total: 0 },
  units: [],
} as const

/** A settlement as the API writes it: where its month stands, how far its latest run has come, and what each unit is stopped by. */
export const settlementAnswer = async (
  settlements: Pick<SettlementReads, 'progress'>,
  name: SettlementName,
  run: Run | undefined,
  { until: objectionsUntil, today }: { readonly until: CivilDate; readonly today: CivilDate },
) => {
  const phase = phaseOf(name.month, objectionsUntil, today)
  if (run === undefined) return { id: settlementId(name), ...name, ...NOT_ASKED, objectionsUntil, status: phase }
  const done = await settlements.progress(name, run.number)
  const units = [...done.values()].flatMap((written) => z.array(unitOutcome).parse(JSON.parse(written)))
  const isDone = run.municipalities.every((municipality) => done.has(municipality))
  return {
    id: settlementId(name),
    ...name,
    run: run.number,
    requestedBy: run.by,
    requestedAt: run.at,
    objectionsUntil,
    status: isDone ? (units.some(({ state }) => state === 'stopped') ? 'stopped' : 'closed') : 'running',
    progress: { done: done.size, total: run.municipalities.length },
    units: units.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
