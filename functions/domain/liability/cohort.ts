import type { AverageModel, Model } from '#schemas/rule-file/model.ts'
import type { Rule } from '../agreement/rule.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import type { EpisodeFacts } from '../episode/facts.ts'
import { episodeDays } from './charge.ts'
import type { Decision } from './decision.ts'
import { datesOwed } from './review.ts'

/** One revision of an episode, by the region that sent it, the source's id and the revision's number. */
export type RecordedEpisode = {
  readonly region: string
  readonly id: string
  readonly revision: number
  readonly facts: EpisodeFacts
}

/** An episode behind a liability: what is recorded, and what was decided of it. */
export type DecidedEpisode = RecordedEpisode & { readonly decision: Decision }

/** How an episode stands in a month's settlement, and its days under one reading of the model. */
export type Member = {
  readonly standing: 'counted' | 'left-out' | 'undetermined'
  readonly readyDays: number
  readonly chargedOn: readonly CivilDate[] | undefined
}

/** The members of a unit's month under a reading of the rule's model. */
export const membersUnder = (rule: Rule, model: Model, episodes: readonly DecidedEpisode[]): readonly Member[] =>
  episodes.flatMap(({ facts, decision }) => {
    const standing = standingOf(decision)
    if (standing === undefined) return []
    const { readyDays, chargedOn } = episodeDays(rule, model, facts)
    return [{ standing, readyDays, chargedOn: chargedOn && datesOwed(chargedOn, decision.review) }]
  })

/** How a decided episode stands in its month; undefined where it is in none. */
export const standingOf = ({ outcome }: Decision): Member['standing'] | undefined => {
  switch (outcome) {
    case 'in-mean':
    case 'individual':
      return 'counted'
    case 'left-out':
    case 'undetermined':
      return outcome
    case 'open':
    case 'not-ready':
    case 'cancelled':
      return undefined
  }
}

export const countedMembers = (members: readonly Member[]): readonly Member[] => withStanding(members, 'counted')

export const withStanding = (members: readonly Member[], standing: Member['standing']): readonly Member[] =>
  members.filter((member) => member.standing === standing)

/** The ready days of the episodes that make up the mean, one number each. */
export const readyDaysInMean = (model: AverageModel, members: readonly Member[]): readonly number[] => {
  const { dayZero, leftOut } = model.cohort
  const counted = countedMembers(members).filter(({ chargedOn }) => chargedOn === undefined)
  const asZero = leftOut === 'counts-zero-days' ? withStanding(members, 'left-out').map(() => 0) : []
  const readyDays = [...counted.map((member) => member.readyDays), ...asZero]
  return dayZero === 'in-mean' ? readyDays : readyDays.filter((days) => days > 0)
}
