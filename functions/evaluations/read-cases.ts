import { type EpisodeFacts, factsOf } from '#domain/episode/facts.ts'
import { holdsIdentityNumber } from '#domain/episode/identity-number.ts'
import { stayFaults } from '#domain/episode/plausibility.ts'
import type { RuleFault } from '#http/fault-reasons.ts'
import type { EvaluatedEpisode } from '#schemas/evaluation.ts'
import type { Case } from './evaluate-under.ts'

/** The facts of the episodes, without who the patients are; or every fault in them. */
export const readCases = (
  episodes: readonly EvaluatedEpisode[],
): { readonly cases: readonly Case[]; readonly faults: readonly RuleFault[] } => ({
  cases: episodes.map((episode) => ({ id: episode.id, facts: factsIn(episode) })),
  faults: episodes.flatMap((episode, index) => [
    ...idFaults(episodes, index),
    ...stayFaults(withoutIdentity(episode)).map(({ pointer, rule }) => ({
      pointer: `/episodes/${index}${pointer}`,
      rule,
    })),
  ]),
})

const factsIn = (episode: EvaluatedEpisode): EpisodeFacts => factsOf(withoutIdentity(episode))

const withoutIdentity = ({ id: _, patient: { identity: __, ...patient }, ...stay }: EvaluatedEpisode) => ({
  ...stay,
  patient,
})

const idFaults = (episodes: readonly EvaluatedEpisode[], index: number): readonly RuleFault[] => {
  const id = episodes[index]?.id ?? ''
  const pointer = `/episodes/${index}/id`
  return [
    ...(holdsIdentityNumber(id) ? [{ pointer, rule: 'id-holds-identity-number' } as const] : []),
    ...(episodes.findIndex((episode) => episode.id === id) < index ? [{ pointer, rule: 'repeated-id' } as const] : []),
  ]
}
