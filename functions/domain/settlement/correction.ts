import { difference, plus, type Sum } from '../simulation/figures.ts'

/** One revision of an episode that a figure rests on, by the SHA-256 of its content. */
export type ManifestEntry = { readonly episode: string; readonly revision: number; readonly sha256: string }

/** What an account rests on: the revisions, the rule versions that governed them, and what the parties decided of episodes. */
export type Basis = {
  readonly entries: readonly ManifestEntry[]
  readonly rules: readonly string[]
  /** The episodes left out after a dispute. */
  readonly upheld: readonly string[]
  /** A joint group's decisions, each by its episode and number. */
  readonly reviews: readonly string[]
}

/** Why an account comes to something else than before; nothing of it names a person. */
export type Cause =
  | 'episode-added'
  | 'episode-removed'
  | 'episode-changed'
  | 'rule-version'
  | 'dispute-upheld'
  | 'review-decided'
  | 'declaration'

/** What is owed more, or less, than what stands: zero when nothing is to be corrected. */
export const correctionOf = (standing: readonly Sum[], today: Sum): Sum => difference(standing.reduce(plus), today)

/** Every cause that tells two bases apart; where the bases are the same, something was declared or decided about them. */
export const causesBetween = (was: Basis, is: Basis): readonly Cause[] => {
  const before = new Map(was.entries.map((entry) => [entry.episode, entry]))
  const after = new Map(is.entries.map((entry) => [entry.episode, entry]))
  const causes: Cause[] = []
  if (is.entries.some(({ episode }) => !before.has(episode))) causes.push('episode-added')
  if (was.entries.some(({ episode }) => !after.has(episode))) causes.push('episode-removed')
  if (is.entries.some(({ episode, sha256 }) => (before.get(episode)?.sha256 ?? sha256) !== sha256))
    causes.push('episode-changed')
  if ([...is.rules].sort().join() !== [...was.rules].sort().join()) causes.push('rule-version')
  if (is.upheld.some((episode) => !was.upheld.includes(episode))) causes.push('dispute-upheld')
  if ([...is.reviews].sort().join() !== [...was.reviews].sort().join()) causes.push('review-decided')
  return causes.length > 0 ? causes : ['declaration']
}
