import * as z from 'zod'
import { emptySummary, mergeSummaries } from '#domain/simulation/summary.ts'
import { text } from '#schemas/text.ts'
import type { Candidate, Simulation, SimulationReads } from '#store/simulation-store.ts'
import { summaryAnswer, summaryFrom } from './simulation-text.ts'

/** A simulation as the API writes it, with how far it has come; the summary once it is done. */
export const simulationAnswer = async (simulations: SimulationReads, simulation: Simulation) => {
  const { id, region, candidate, from, to, months, at } = simulation
  const [done, changes] = await Promise.all([simulations.months(id), simulations.changes(id)])
  const isDone = months.every((month) => done.has(month))
  const whole = [...done.values()].map(summaryFrom).reduce(mergeSummaries, emptySummary)
  return {
    id,
    region,
    candidate: candidateAnswer(candidate),
    from,
    to,
    knownAt: at,
    status: isDone ? 'done' : 'running',
    progress: { done: done.size, total: months.length },
    changes: changes === undefined ? [] : kept.parse(JSON.parse(changes)),
    summary: isDone ? summaryAnswer(whole) : null,
  }
}

const kept = z.array(z.strictObject({ parameter: z.string(), cites: z.string().nullable(), text }))

const candidateAnswer = (candidate: Candidate) => ({
  kind: candidate.kind,
  agreement: candidate.agreement,
  stage: candidate.kind === 'event' ? null : candidate.stage,
  version: candidate.kind === 'version' ? candidate.version : null,
  sha256: candidate.kind === 'event' ? null : candidate.sha256,
  event: candidate.kind === 'event' ? candidate.event : null,
  on: candidate.kind === 'event' ? candidate.on : null,
})
