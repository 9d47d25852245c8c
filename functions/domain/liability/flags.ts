import type { Rule } from '../agreement/rule.ts'
import type { Statement } from '../agreement/statement.ts'

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
