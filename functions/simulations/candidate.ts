import { worldsBetween } from '#agreements/differences/worlds.ts'
import type { LoadRule } from '#agreements/load-catalog.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { World } from '#domain/simulation/world.ts'
import type { RuleReads } from '#store/rule-store.ts'
import type { Candidate, Simulation, SimulationReads } from '#store/simulation-store.ts'
import { findVersion } from '../lifecycle/find-version.ts'

/** What a candidate is found with. */
export type CandidateSources = {
  readonly rules: RuleReads
  readonly loadRule: LoadRule
  readonly simulations: SimulationReads
}

/** The chain of catalogs from the one in force to the one with the candidate. */
export const worldsOf = async (
  sources: CandidateSources,
  { id, candidate }: Pick<Simulation, 'id' | 'candidate'>,
  catalog: Catalog,
): Promise<readonly World[]> => {
  if (candidate.kind === 'event') return worldsOfEvent(catalog, candidate)
  const rule = candidate.kind === 'version' ? await storedRule(sources, candidate) : await draftRule(sources, id)
  return worldsBetween(catalog, rule)
}

const storedRule = async ({ rules, loadRule }: CandidateSources, name: Extract<Candidate, { kind: 'version' }>) => {
  const version = findVersion((await rules.publications()).versions, name)
  if (version === undefined) throw new Error('A version that is simulated is missing')
  return loadRule(version)
}

/** A number above all that the service gives, so that a draft supersedes a stored version that begins on the same day. */
export const DRAFT_VERSION = '999999'

const draftRule = async ({ simulations }: CandidateSources, id: string) => {
  const parsed = parseRule((await simulations.draft(id)) ?? '', DRAFT_VERSION)
  if (!parsed.ok) throw new Error('A draft that is simulated cannot be read')
  return parsed.rule
}

const worldsOfEvent = (
  catalog: Catalog,
  { agreement, event, on }: Extract<Candidate, { kind: 'event' }>,
): readonly World[] => {
  const change = {
    parameter: `event.${event}`,
    was: undefined,
    is: on,
    cites: {},
    text: { sv: `Händelsen ${event} fastställs till ${on}`, en: `The event ${event} is declared on ${on}` },
  }
  return [
    { change: undefined, catalog },
    { change, catalog: { ...catalog, events: [...catalog.events, { agreement, event, on }] } },
  ]
}
