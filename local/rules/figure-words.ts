import type { SimulatedUnitMonth } from '#schemas/simulation.ts'
import type { Language, Text } from '#schemas/text.ts'

type Sum = { readonly days: string; readonly amount: string }

/** Days and kronor, written as the API writes them. */
export const sumWords = ({ days, amount }: Sum, language: Language): string => `${days} ${DAYS[language]}, ${amount} kr`

/** Days and kronor that are added or taken away. */
export const deltaWords = ({ days, amount }: Sum, language: Language): string =>
  sumWords({ days: signed(days), amount: signed(amount) }, language)

/** What a unit owes, as far as it is known. */
export const figuresWords = (figures: SimulatedUnitMonth['was'], language: Language): string => {
  if (figures === null) return NO_EPISODES[language]
  const { days, amount } = figures
  if (days === null) return UNKNOWN[language]
  return amount === null
    ? `${days} ${DAYS[language]}, ${UNKNOWN_AMOUNT[language]}`
    : sumWords({ days, amount }, language)
}

/** What was and what is, once where they are the same. */
export const changedWords = (was: string, is: string, delta: Sum | null, language: Language): string => {
  if (was === is && delta !== null) return `${was}, ${UNCHANGED[language]}`
  return `${was} → ${is}${delta === null ? '' : ` (${deltaWords(delta, language)})`}`
}

const signed = (figure: string): string => (figure.startsWith('-') ? figure : `+${figure}`)

const DAYS: Text = { sv: 'dagar', en: 'days' }
const UNCHANGED: Text = { sv: 'oförändrat', en: 'unchanged' }
const UNKNOWN: Text = { sv: 'okänt', en: 'unknown' }
const UNKNOWN_AMOUNT: Text = { sv: 'okänt belopp', en: 'amount unknown' }
const NO_EPISODES: Text = { sv: 'inga vårdtillfällen', en: 'no episodes' }
