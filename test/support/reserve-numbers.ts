/**
 * A national reserve number that nobody can have: born in the 2100s (series 24), unless another series is given. The digit
 * that checks is found as a table of products, not as the product does.
 */
export const aNationalReserveNumber = (yymmdd: string, letters = 'ZZ8', series = '24'): string => {
  const eleven = `${series}${yymmdd}${letters}`
  // Eleven characters before the check digit: the first and every second after it counts twice.
  const products = [...eleven].map((character, index) => codeOf(character) * (index % 2 === 0 ? 2 : 1))
  const sum = [...products.join('')].reduce((total, digit) => total + Number(digit), 0)
  return `${eleven}${(10 - (sum % 10)) % 10}`
}

const codeOf = (character: string): number =>
  /[0-9]/.test(character) ? Number(character) : (new TextEncoder().encode(character)[0] ?? Number.NaN)
