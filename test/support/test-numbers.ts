/**
 * A number of the official test series (birth numbers 980–999, 238 and 239) for a date written `YYYYMMDD`; with 60 added
 * to the day it is a coordination number. The last digit is the one that makes the weighted sum end in zero.
 */
export const aTestNumber = (date: string, birthNumber: '980' | '981' | '999' | '238' | '239' = '980'): string => {
  const nine = `${date.slice(2)}${birthNumber}`
  const sum = [...nine].flatMap((digit, index) => [...`${Number(digit) * (index % 2 === 0 ? 2 : 1)}`])
  const rest = sum.reduce((total, digit) => total + Number(digit), 0) % 10
  return `${date}${birthNumber}${(10 - rest) % 10}`
}

/** The same number with a last digit that does not check. */
export const withWrongCheckDigit = (number: string): string =>
  `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
