import { checkIdentity } from '#domain/episode/identity-number.ts'
import type { Identity } from '#schemas/episode.ts'
import type { Chance } from './chance.ts'

/** A personnummer of the official test series, where the birth number is 980 to 999; two in three are born before 1957. */
export const testPerson = (chance: Chance): Identity => {
  const year = chance.percent(67) ? chance.between(1927, 1956) : chance.between(1957, 2003)
  const born = `${year}${twoDigits(chance.between(1, 12))}${twoDigits(chance.between(1, 28))}`
  return withCheckDigit(`${born}${chance.between(980, 999)}`)
}

const twoDigits = (number: number): string => `${number}`.padStart(2, '0')

/** One check digit in ten fits. */
const withCheckDigit = (digits: string): Identity => {
  const candidates = Array.from({ length: 10 }, (_, digit): Identity => {
    return { type: 'personnummer', value: `${digits}${digit}` }
  })
  const found = candidates.find((candidate) => checkIdentity(candidate).ok)
  if (found === undefined) throw new Error('No check digit fits a test person')
  return found
}
