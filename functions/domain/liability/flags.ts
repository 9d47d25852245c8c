import type { Rule } from '../agreement/rule.ts'
import type { Statement } from '../agreement/statement.ts'
import type { Review } from './review.ts'

/** The recorded district had ended before the month: its successor is the unit. */
export const districtSucceeded: Statement = {
  id: 'district-succeeded',
  cites: 'Stockholms stads indelning i stadsdelsområden',
  text: {
    sv: 'Den registrerade stadsdelen hade upphört före månaden; den stadsdel som tog vid räknas i stället',
    en: 'The recorded district had ended before the month; the district that succeeded it counts instead',
  },
}

/** The county has registered no agreement, so the Act decides. */
export const agreementNotRegistered: Statement = {
  id: 'agreement-not-registered',
  cites: '5 kap. 4 § lag (2017:612)',
  text: {
    sv: 'Länet har ingen överenskommelse registrerad här; lagens regler tillämpas',
    en: 'The county has no agreement registered here; the rules of the Act apply',
  },
}

/** An uploaded version would apply, but the parties have not signed it. */
export const versionNotSigned = ({ reference: { agreement, stage, version }, file, cite }: Rule): Statement => ({
  id: 'version-not-signed',
  cites: cite(file.cites['inForce.from'] ?? ''),
  text: {
    sv: `En uppladdad version (${agreement} ${stage}.${version}) väntar på parternas underskrifter och tillämpas inte`,
    en: `An uploaded version (${agreement} ${stage}.${version}) waits for the parties' signatures and is not applied`,
  },
})

/** The start of the liability is not the agreement's own, whose text is not known. */
export const startIsPlaceholder = (cites: string): Statement => ({
  id: 'start-is-placeholder',
  cites,
  text: {
    sv: 'Överenskommelsens tidpunkt är inte känd; lagens tidpunkt används i väntan på den',
    en: "The agreement's own start is not known; the start set by the Act stands in for it",
  },
})

/** A joint group has decided on the candidate days of an episode, in this way. */
export const reviewed = (outcome: Review['outcome'], cites: string): Statement => {
  switch (outcome) {
    case 'approve':
      return {
        id: 'review-approved',
        cites,
        text: {
          sv: 'Parternas gemensamma grupp har godkänt de möjliga dagarna',
          en: 'The joint group of the parties has approved the candidate days',
        },
      }
    case 'waive':
      return {
        id: 'review-waived',
        cites,
        text: {
          sv: 'Parternas gemensamma grupp har avstått från de möjliga dagarna',
          en: 'The joint group of the parties has waived the candidate days',
        },
      }
    case 'adjust':
      return {
        id: 'review-adjusted',
        cites,
        text: {
          sv: 'Parternas gemensamma grupp har jämkat de möjliga dagarna',
          en: 'The joint group of the parties has adjusted the candidate days',
        },
      }
  }
}

/** What a joint group decided on is no longer what is recorded, so that it must decide again. */
export const reviewLapsed = (cites: string): Statement => ({
  id: 'review-lapsed',
  cites,
  text: {
    sv: 'Vårdtillfället eller dess möjliga dagar har ändrats sedan gruppens beslut, som därför inte längre gäller. En stängd månad rättas först när gruppen har beslutat på nytt',
    en: "The episode or its candidate days have changed since the group's decision, which has lapsed. A closed month is corrected only once the group has decided again",
  },
})

/** A closed month has candidate days that a joint group has not decided on, so that it is not corrected yet. */
export const correctionWaits = (cites: string): Statement => ({
  id: 'correction-waits-for-review',
  cites,
  text: {
    sv: 'Månaden har efter stängningen fått möjliga dagar som parternas gemensamma grupp inte har beslutat om; den rättas först därefter',
    en: 'Since it was closed the month has candidate days that the joint group of the parties has not decided on; it is corrected only after that',
  },
})
