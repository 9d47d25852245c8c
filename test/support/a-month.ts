import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { Statement } from '#domain/agreement/statement.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import type { DecidedEpisode, Member } from '#domain/liability/cohort.ts'
import { type Liability, liabilityUnder } from '#domain/liability/liability.ts'
import { aCatalog } from './a-catalog.ts'
import { anEpisodeFacts } from './an-episode-facts.ts'

/** An episode of a tested month: its facts, how it stands, and what its decision is flagged with. */
export type Standing = {
  readonly facts: EpisodeFacts
  readonly standing: Member['standing']
  readonly flags?: readonly Statement[]
}

/** Episodes discharged on the 28th of a month after so many ready days each. */
export const readyFor = (
  days: readonly number[],
  standing: Member['standing'] = 'counted',
  month = '2020-03',
): readonly Standing[] =>
  days.map((count) => {
    const start = new Date(Date.parse(`${month}-28`) - count * 86_400_000).toISOString().slice(0, 10)
    return { standing, facts: anEpisodeFacts({ ready: `${start} 09:00:00`, out: `${month}-28` }) }
  })

const outcomes = { counted: 'in-mean', 'left-out': 'left-out', undetermined: 'undetermined' } as const

/** The liability of a unit's month in which every episode stands as told. */
export const aMonth = (
  rule: Rule,
  episodes: readonly Standing[],
  { catalog = aCatalog([rule]), month = '2020-03' }: { catalog?: Catalog; month?: string } = {},
): Liability => {
  const key = { region: '01', municipality: '0162', district: undefined, month, rule, unitKnown: true }
  const decided = episodes.map(({ facts, standing, flags = [] }, index): DecidedEpisode => {
    const missing = standing === 'undetermined' ? ['planning.needed'] : []
    const decision = { outcome: outcomes[standing], rule, unitKnown: true, reasons: [], missing, flags }
    return { region: '01', id: `${index}`, revision: 1, facts, decision }
  })
  return liabilityUnder(rule, key, decided, catalog)
}
