import type { Text } from '#schemas/text.ts'
import type { JsonDifference } from './json-differences.ts'

export const notJson: Text = { sv: 'kvittot är inte JSON i UTF-8', en: 'the receipt is not JSON in UTF-8' }

export const notOfForm = (paths: readonly string[]): Text => ({
  sv: `kvittot har inte ett kvittos form: ${paths.join(', ')}`,
  en: `the receipt has not the form of one: ${paths.join(', ')}`,
})

export const notCanonical: Text = {
  sv: 'kvittot är inte skrivet på det enda sätt som det har (sorterade nycklar, inga blanksteg, ingen sista radbrytning)',
  en: 'the receipt is not written in the one way that it has (sorted keys, no spaces, no line break at the end)',
}

export const rootDiffers = (written: string, computed: string): Text => ({
  sv: `manifestets rot: i kvittot står ${written}, posterna ger ${computed}`,
  en: `the root of the manifest: the receipt says ${written}, its entries give ${computed}`,
})

export const entryDoubled = (episode: string): Text => ({
  sv: `manifestet: ${episode} står två gånger`,
  en: `the manifest: ${episode} stands twice`,
})

export const stepDoubled = (id: string): Text => ({
  sv: `steget ${id} står två gånger`,
  en: `the step ${id} stands twice`,
})

/** A part of a receipt that comes to something else when it is computed again. */
export const partDiffers = ({ path, written, computed }: JsonDifference): Text => ({
  sv: `${path}: i kvittot står ${shown(written, 'ingenting')}, omräknat blir det ${shown(computed, 'ingenting')}`,
  en: `${path}: the receipt says ${shown(written, 'nothing')}, computed again it is ${shown(computed, 'nothing')}`,
})

export const lineNotRead = (line: number): Text => ({
  sv: `exportens rad ${line} är inget vårdtillfälle`,
  en: `line ${line} of the export is no stay`,
})

export const lineDoubled = (line: number, episode: string): Text => ({
  sv: `exportens rad ${line}: ${episode} står två gånger`,
  en: `line ${line} of the export: ${episode} stands twice`,
})

export const lineWithoutEntry = (line: number, episode: string): Text => ({
  sv: `exportens rad ${line}: ${episode} finns inte i kvittots manifest`,
  en: `line ${line} of the export: ${episode} is not in the manifest of the receipt`,
})

export const stayDiffers = (line: number, episode: string): Text => ({
  sv: `exportens rad ${line}: ${episode} har ett annat innehåll än det som manifestet anger (SHA-256)`,
  en: `line ${line} of the export: ${episode} has other content than the manifest says (SHA-256)`,
})

export const stayMissing = (episode: string): Text => ({
  sv: `exporten saknar ${episode}, som finns i kvittots manifest`,
  en: `the export lacks ${episode}, which is in the manifest of the receipt`,
})

export const otherRule = (named: string, written: string, computed: string): Text => ({
  sv: `regelfilen är inte ${named}: i kvittot står SHA-256 ${written}, filens är ${computed}`,
  en: `the rule file is not ${named}: the receipt says SHA-256 ${written}, the file's is ${computed}`,
})

export const ruleNotRead = ({ sv, en }: Text): Text => ({
  sv: `regelfilen kan inte läsas: ${sv}`,
  en: `the rule file cannot be read: ${en}`,
})

export const otherMonth = (episode: string, month: string): Text => ({
  sv: `${episode} är inte utskrivet i ${month}`,
  en: `${episode} was not discharged in ${month}`,
})

export const noSuchLiability = (ids: readonly string[]): Text => ({
  sv: `vårdtillfällena hör inte till kvittots enhet och månad, utan till: ${ids.join(', ') || 'ingen'}`,
  en: `the stays do not belong to the unit and month of the receipt, but to: ${ids.join(', ') || 'none'}`,
})

export const receiptHolds = (entries: number, steps: number): Text => ({
  sv: `Kvittots form, manifestet med ${entries} vårdtillfällen och alla ${steps} räknesteg stämmer.`,
  en: `The form of the receipt, its manifest of ${entries} stays and all ${steps} steps hold.`,
})

export const exportHolds = (stays: number): Text => ({
  sv: `Exportens ${stays} vårdtillfällen är de som manifestet anger, och inga andra.`,
  en: `The ${stays} stays of the export are those of the manifest, and no others.`,
})

export const ruleHolds = (named: string): Text => ({
  sv: `Regelfilen är ${named}, byte för byte.`,
  en: `The rule file is ${named}, byte for byte.`,
})

export const sameAgain: Text = {
  sv: 'Omräknat från vårdtillfällena och regelfilen blir kvittot detsamma, byte för byte.',
  en: 'Computed again from the stays and the rule file, the receipt is the same, byte for byte.',
}

const LONGEST = 200

const shown = (value: unknown, nothing: string): string => {
  if (value === undefined) return nothing
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
