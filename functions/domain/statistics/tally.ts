import type { CareType } from '#schemas/codes.ts'
import type { Rule } from '../agreement/rule.ts'
import type { Statement } from '../agreement/statement.ts'
import type { DecidedEpisode } from '../liability/cohort.ts'
import { type Counts, countsOf, sumOfCounts } from './counts.ts'

/** The episodes of one unit, care type and rule version, counted. */
export type Tally = {
  readonly municipality: string | undefined
  readonly district: string | undefined
  /** False where the unit is not known in full. */
  readonly unitKnown: boolean
  readonly careType: CareType
  /** Undefined where no known rule governs. */
  readonly rule: Rule | undefined
  readonly counts: Counts
  readonly reasons: readonly CountedReason[]
}

/** A reason why episodes are left out, and how many are; an episode may have several. */
export type CountedReason = { readonly reason: Statement; readonly episodes: number }

/** What an episode adds about readmissions; nothing where it is no discharge that one could follow. */
export type ReadmissionCounts = Pick<Counts, 'indexStays' | 'readmitted7' | 'unknown7' | 'readmitted30' | 'unknown30'>

/** Counts decided episodes by unit, care type and rule version; their order makes no difference. */
export const talliesOf = (
  episodes: readonly DecidedEpisode[],
  readmissionOf: (episode: DecidedEpisode) => ReadmissionCounts | undefined = () => undefined,
): readonly Tally[] =>
  [...Map.groupBy(episodes, nameOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => tallied(own, readmissionOf))

const tallied = (
  own: readonly DecidedEpisode[],
  readmissionOf: (episode: DecidedEpisode) => ReadmissionCounts | undefined,
): readonly Tally[] => {
  const [first] = own
  if (first === undefined) return []
  const { decision, facts } = first
  const counts = own.map((episode) => ({ ...countsOf(episode.facts, episode.decision), ...readmissionOf(episode) }))
  return [
    {
      municipality: decision.unit?.municipality,
      district: decision.unit?.district,
      unitKnown: decision.unitKnown,
      careType: facts.careType,
      rule: decision.rule,
      counts: sumOfCounts(counts),
      reasons: reasonsOf(own),
    },
  ]
}

const reasonsOf = (own: readonly DecidedEpisode[]): readonly CountedReason[] =>
  sumOfReasons(
    own
      .filter(({ decision }) => decision.outcome === 'left-out')
      .flatMap(({ decision }) => decision.reasons.map((reason) => ({ reason, episodes: 1 }))),
  )

/** The reasons of several together, each once. */
export const sumOfReasons = (all: readonly CountedReason[]): readonly CountedReason[] =>
  [...Map.groupBy(all, ({ reason }) => reason.id)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) =>
      same.slice(0, 1).map(({ reason }) => ({
        reason,
        episodes: same.reduce((sum, { episodes }) => sum + episodes, 0),
      })),
    )

const nameOf = ({ decision: { unit, unitKnown, rule }, facts: { careType } }: DecidedEpisode): string =>
  [unit?.municipality ?? '-', unit?.district ?? '-', `${unitKnown}`, careType, ruleName(rule?.reference)].join('~')

/** A rule version in a key: `agreement~stage.version`, or `-` where none is known. */
export const ruleName = (
  reference: { readonly agreement: string; readonly stage: string; readonly version: string } | undefined,
): string => (reference === undefined ? '-' : `${reference.agreement}~${reference.stage}.${reference.version}`)
