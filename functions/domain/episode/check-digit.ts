/**
 * True when the last digit of a number checks by the Luhn algorithm: from the right, each second character counts twice, and
 * the digits of it all sum up to a multiple of ten. A letter counts as its ASCII code, as in national reserve numbers.
 */
export const hasLuhnCheckDigit = (number: string): boolean => {
  const total = [...number].reduce((sum, character, index) => {
    const weight = (number.length - index) % 2 === 0 ? 2 : 1
    return sum + sumOfDigits(numberOf(character) * weight)
  }, 0)
  return total % 10 === 0
}

const numberOf = (character: string): number => (character >= 'A' ? character.charCodeAt(0) : Number(character))

/** Of a number below a thousand: twice the code of Z is 180. */
const sumOfDigits = (number: number): number =>
  Math.floor(number / 100) + (Math.floor(number / 10) % 10) + (number % 10)
