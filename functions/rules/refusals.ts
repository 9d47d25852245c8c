import type { Text } from '#schemas/text.ts'
import type { Declared } from '../lifecycle/declare-event.ts'
import type { NotDeterminable } from '../lifecycle/determine.ts'
import type { NotSignable } from '../lifecycle/sign-version.ts'
import type { SignatureRefusal } from '../lifecycle/signatures.ts'
import type { Withdrawn } from '../lifecycle/withdraw-version.ts'

/** Why someone may not sign. */
export const signatureRefused: Readonly<Record<SignatureRefusal, Text>> = {
  'not-a-signatory': {
    sv: 'Regelfilen nämner inte den som åtkomstbiljetten gäller bland dem som undertecknar.',
    en: 'The rule file does not name the party that the token speaks for among those who sign.',
  },
  'uploader-cannot-sign': {
    sv: 'Den som laddade upp versionen kan inte underteckna den för regionen; det gör någon annan.',
    en: 'Whoever uploaded the version cannot sign it for the region; someone else does.',
  },
}

/** Why a version cannot be signed as it stands. */
export const notSignable: Readonly<Record<NotSignable, Text>> = {
  withdrawn: { sv: 'Versionen är återkallad.', en: 'The version is withdrawn.' },
  'already-published': {
    sv: 'Versionen har redan de underskrifter som krävs.',
    en: 'The version already has the signatures that it needs.',
  },
  'other-bytes': {
    sv: 'Kontrollsumman är inte den här versionens: det är andra byte som skulle undertecknas.',
    en: 'The hash is not that of this version: other bytes were meant to be signed.',
  },
  'coverage-not-measured': {
    sv: 'Exemplen har ännu inte prövats mot ändringar i regelfilen. Försök igen om en stund.',
    en: 'The examples have not yet been tried on the mutants of the file. Try again in a while.',
  },
  'not-simulated': {
    sv: 'Ingen simulering är gjord på just dessa byte. Gör en och vänta tills den är klar.',
    en: 'No simulation has been run on these very bytes. Run one and wait until it is done.',
  },
  'leaves-calendar-broken': {
    sv: 'Om versionen sattes i kraft nu skulle två regler gälla samma dag, eller ingen. Underteckna först den version som den förutsätter.',
    en: 'If the version came into force now, two rules would claim a day, or none. Sign the version that it presupposes first.',
  },
}

type Because<Outcome> = Outcome extends { readonly result: 'refused'; readonly because: infer Reason extends string }
  ? Reason
  : never

/** Why a version cannot be withdrawn. */
export const notWithdrawable: Readonly<Record<Because<Withdrawn>, Text>> = {
  shipped: {
    sv: 'Versionen följer med tjänsten och kan inte återkallas.',
    en: 'The version is shipped with the service and cannot be withdrawn.',
  },
  'in-force': {
    sv: 'Versionen har trätt i kraft och kan inte återkallas. Ladda upp en ny version i stället.',
    en: 'The version is in force and cannot be withdrawn. Upload a new version instead.',
  },
  'leaves-calendar-broken': {
    sv: 'Utan versionen skulle två regler gälla samma dag, eller ingen.',
    en: 'Without the version two rules would claim a day, or none.',
  },
}

/** Why an event cannot be declared. */
export const notDeclarable: Readonly<Record<Because<Declared>, Text>> = {
  'no-version-waits': {
    sv: 'Ingen version av överenskommelsen börjar eller slutar med denna händelse.',
    en: 'No version of the agreement begins or ends with this event.',
  },
  'already-declared': {
    sv: 'Händelsen är redan fastställd och kan inte ändras.',
    en: 'The event is already declared and cannot be changed.',
  },
  'in-the-future': {
    sv: 'Händelsen har inte inträffat ännu. Den fastställs när den har gjort det.',
    en: 'The event has not happened yet. It is declared once it has.',
  },
}

/** Why a level cannot be determined. */
export const notDeterminable: Readonly<Record<NotDeterminable, Text>> = {
  'nothing-to-determine': {
    sv: 'Etappens nivå ska inte fastställas ur data.',
    en: 'The level of the stage is not to be determined from data.',
  },
  'period-not-over': {
    sv: 'Den tid som nivån mäts över är inte slut.',
    en: 'The time over which the level is measured is not over.',
  },
  'documents-disposed-of': {
    sv: 'Handlingar från den tid som nivån mäts över har gallrats.',
    en: 'Documents of the time over which the level is measured have been disposed of.',
  },
  'no-episodes': {
    sv: 'Inga vårdtillfällen finns i den tid som nivån mäts över.',
    en: 'There are no episodes in the time over which the level is measured.',
  },
  'undetermined-episodes': {
    sv: 'Det finns vårdtillfällen som inte kan avgöras. Komplettera dem, eller ange i leaveOutUndetermined varför de lämnas utanför.',
    en: 'There are undetermined episodes. Complete them, or say in leaveOutUndetermined why they are left out.',
  },
  'already-determined': {
    sv: 'Nivån är redan fastställd och ändras inte.',
    en: 'The level is already determined and does not change.',
  },
}
