import { Temporal } from 'temporal-polyfill'
import type { Identity } from '#schemas/episode.ts'
import { type CivilDate, dateIn, yearOf } from '../calendar/civil-date.ts'
import { hasLuhnCheckDigit } from './check-digit.ts'
import { checkReserveNumber, type ReserveNumberFault } from './reserve-number.ts'

/** What makes an identity number no identity number. */
export type IdentityFault = ReserveNumberFault | 'number-of-another-type'

/** A checked identity number in the one form that is pseudonymised, and the day of birth where it tells. */
export type CheckedIdentity =
  | { readonly ok: true; readonly normal: string; readonly bornOn: CivilDate | undefined }
  | { readonly ok: false; readonly fault: IdentityFault }

const TWELVE_DIGITS = /^((?:18|19|20)[0-9]{2})([0-9]{2})([0-9]{2})-?([0-9]{4})$/
const COORDINATION_OFFSET = 60

/**
 * Checks a personnummer or samordningsnummer (twelve digits, the last by the Luhn algorithm, folkbokföringslagen
 * (1991:481) 18–18 b §§) or a reservnummer, which must be neither of them: it would be another person's, or this one's under
 * a second pseudonym. No reservnummer tells the day of birth, since no source says how sure the date in one is.
 */
export const checkIdentity = ({ type, value }: Identity): CheckedIdentity => {
  if (type === 'reservnummer') return checkReserve(value)
  const match = TWELVE_DIGITS.exec(value)
  if (match === null) return { ok: false, fault: 'unknown-identity-format' }
  const [, year = '', month = '', day = '', last = ''] = match
  const born =
    type === 'personnummer'
      ? birthDate(year, Number(month), Number(day))
      : coordinationBirthDate(year, Number(month), Number(day) - COORDINATION_OFFSET)
  if (born === 'impossible') return { ok: false, fault: 'no-such-date' }
  if (!hasLuhnCheckDigit(`${year.slice(2)}${month}${day}${last}`)) return { ok: false, fault: 'check-digit' }
  return { ok: true, normal: `${year}${month}${day}${last}`, bornOn: born }
}

const checkReserve = (value: string): CheckedIdentity => {
  const checked = checkReserveNumber(value)
  if (!checked.ok) return checked
  if (isIdentity(checked.normal) || isShortIdentity(checked.normal))
    return { ok: false, fault: 'number-of-another-type' }
  return { ...checked, bornOn: undefined }
}

const birthDate = (year: string, month: number, day: number): CivilDate | 'impossible' =>
  dateIn(Number(year), month, day) ?? 'impossible'

/** A coordination number may leave the month (00) or the day (60) of birth open; then it does not tell the date. */
const coordinationBirthDate = (year: string, month: number, day: number): CivilDate | undefined | 'impossible' => {
  if (day < 0 || month > 12) return 'impossible'
  if (month === 0 || day === 0) return day <= 31 ? undefined : 'impossible'
  return birthDate(year, month, day)
}

/**
 * True when a text holds a valid identity number: ten or twelve digits, alone or among others, with or without a separator
 * before the last four, of whatever width the digits are and whatever dash the separator is.
 */
export const holdsIdentityNumber = (text: string): boolean => {
  const runs =
    text
      .normalize('NFKC')
      .replace(SEPARATOR, '')
      .match(/[0-9]{10,}/g) ?? []
  return runs.some((run) => windows(run, 12).some(isIdentity) || windows(run, 10).some(isShortIdentity))
}

// Editors make a longer dash of a hyphen, with spaces around it, or one that is seen only where a line ends.
const SEPARATOR = /(?<=[0-9]{6})[\p{Dash_Punctuation}+. \u00ad\u2212]{1,3}(?=[0-9]{4}(?![0-9]))/gu

const windows = (run: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, run.length - length + 1) }, (_, start) => run.slice(start, start + length))

const isIdentity = (value: string): boolean =>
  checkIdentity({ type: 'personnummer', value }).ok || checkIdentity({ type: 'samordningsnummer', value }).ok

/** Ten digits leave the century out: any century will do. */
const isShortIdentity = (value: string): boolean => ['19', '20', '18'].some((century) => isIdentity(century + value))

/**
 * True when a text holds the reservnummer of the very patient it is about, however it is written. Of other patients' nothing
 * can be said: a case number may well have the form of a reservnummer.
 */
export const holdsOwnReserveNumber = (text: string, identity: Identity): boolean => {
  if (identity.type !== 'reservnummer') return false
  const checked = checkIdentity(identity)
  const bare = text.replaceAll(/[-+. ]/g, '').toUpperCase()
  return checked.ok && bare.includes(checked.normal)
}

/**
 * Whole years from birth to a date; undefined when the birth lies after it. In a common year one born on 29 February has
 * its birthday on the last of February (lag (1930:173) om beräkning av lagstadgad tid 1 §).
 */
export const ageOn = (bornOn: CivilDate, date: CivilDate): number | undefined => {
  if (date < bornOn) return undefined
  const born = Temporal.PlainDate.from(bornOn)
  const years = yearOf(date) - born.year
  return date < born.add({ years }).toString() ? years - 1 : years
}
