import type { Decision } from '#domain/liability/decision.ts'
import type { Text } from '#schemas/text.ts'

/** Why an episode is no candidate for a joint group's decision. */
export type NoCandidate = 'open' | 'cancelled' | 'not-ready' | 'left-out' | 'undetermined' | 'not-reviewed' | 'no-days'

/** Why a decided episode without candidate days is no candidate. */
export const noCandidate = ({ outcome, rule }: Decision): NoCandidate => {
  if (outcome !== 'in-mean' && outcome !== 'individual') return outcome
  return rule?.file.model.kind === 'review' ? 'no-days' : 'not-reviewed'
}

/** What is told of an episode that is no candidate. */
export const notACandidate: Readonly<Record<NoCandidate, Text>> = {
  open: {
    sv: 'Patienten är inte utskriven, och det finns inga dagar att besluta om.',
    en: 'The patient has not been discharged, and there are no days to decide on.',
  },
  cancelled: {
    sv: 'Vårdtillfället är återtaget.',
    en: 'The episode is cancelled.',
  },
  'not-ready': {
    sv: 'Ingen underrättelse om utskrivningsklar är skickad, och det finns inga dagar att besluta om.',
    en: 'No readiness notice was sent, and there are no days to decide on.',
  },
  'left-out': {
    sv: 'Vårdtillfället är lämnat utanför, och inga av dess dagar kan bli betalda.',
    en: 'The episode is left out, and none of its days can be owed.',
  },
  undetermined: {
    sv: 'Vårdtillfället kan inte avgöras förrän det som saknas är känt.',
    en: 'The episode cannot be decided until what is missing is known.',
  },
  'not-reviewed': {
    sv: 'Den överenskommelse som gäller för vårdtillfället lämnar inget till en gemensam grupp.',
    en: 'The agreement that governs the episode leaves nothing to a joint group.',
  },
  'no-days': {
    sv: 'Vårdtillfället har inga möjliga dagar att besluta om.',
    en: 'The episode has no candidate days to decide on.',
  },
}

/** What is told of a decision on a revision that is not the current one. */
export const revisionNotCurrent: Text = {
  sv: 'Vårdtillfället har ändrats sedan den version som beslutet gäller. Läs det igen och besluta på nytt.',
  en: 'The episode has changed since the revision that was decided on. Read it again and decide anew.',
}
