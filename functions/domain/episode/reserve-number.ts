import { dateIn } from '../calendar/civil-date.ts'
import { hasLuhnCheckDigit } from './check-digit.ts'

/** What makes a reserve number none. */
export type ReserveNumberFault = 'unknown-identity-format' | 'no-such-date' | 'letter-not-used' | 'check-digit'

/** A checked reserve number without hyphens and in capitals. */
export type CheckedReserveNumber =
  | { readonly ok: true; readonly normal: string }
  | { readonly ok: false; readonly fault: ReserveNumberFault }

/**
 * Ten to twelve letters and digits; only one that has the form of a national reserve number is checked any further.
 * docs/domain.md has the forms and their sources.
 */
export const checkReserveNumber = (value: string): CheckedReserveNumber => {
  const bare = value.replaceAll('-', '')
  // Capitals come after: the capital of ß is SS.
  if (!LETTERS_AND_DIGITS.test(bare)) return { ok: false, fault: 'unknown-identity-format' }
  const normal = bare.toUpperCase()
  const fault = nationalFault(normal)
  return fault === undefined ? { ok: true, normal } : { ok: false, fault }
}

const LETTERS_AND_DIGITS = /^[0-9A-Za-z]{10,12}$/

/**
 * `XXYYMMDDNNGC`. XX is the century of birth plus a multiple of three, or 00 where the date of birth is not known; a further
 * multiple is taken when the numbers of a date run out (Inera, “Nationellt Reservidformat”). From 50 on nothing is checked:
 * local running numbers are known to begin so, and the multiples below it are room for some twenty thousand persons of one
 * date and sex. Where local forms have two letters here they end in a letter (HL7 Sweden, basprofiler-r4), but in Värmland's
 * test environments, whose dates are real ones.
 */
const NATIONAL = /^(00|2[2-9]|[34][0-9])([0-9]{2})([0-9]{2})([0-9]{2})([A-Z]{2}[0-9A-Z])[0-9]$/
const LETTER_NOT_USED = /[IOQVW]/

const nationalFault = (normal: string): ReserveNumberFault | undefined => {
  const match = NATIONAL.exec(normal)
  if (match === null) return undefined
  const [, series = '', year = '', month = '', day = '', letters = ''] = match
  if (series === '00' && !isRunningNumber(Number(month), Number(day))) return 'unknown-identity-format'
  if (series !== '00' && !isBirthDate(Number(series), Number(year), Number(month), Number(day))) return 'no-such-date'
  if (LETTER_NOT_USED.test(letters)) return 'letter-not-used'
  return hasLuhnCheckDigit(normal) ? undefined : 'check-digit'
}

/** Where the date of birth is not known, the place of month and day holds a running number that no date can be. */
const isRunningNumber = (month: number, day: number): boolean => month >= 20 && day >= 40 && day <= 59

/** 22, 25, 28 … are of the 1900s, 23, 26, 29 … of the 2000s. */
const isBirthDate = (series: number, year: number, month: number, day: number): boolean =>
  dateIn((19 + ((series - 22) % 3)) * 100 + year, month, day) !== undefined
