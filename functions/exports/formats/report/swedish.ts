/** A number in its digits as it is written in Swedish: `-16400.00` as `−16 400,00`, with spaces that do not break. */
export const inSwedish = (digits: string): string => {
  const [whole = '', decimals] = digits.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${digits.startsWith('-') ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`
}

/** A month as it is said: `2020-03` as `mars 2020`; anything else as it is. */
export const monthInSwedish = (month: string): string => {
  const [year, number] = month.split('-')
  const name = MONTHS[Number(number) - 1]
  return name === undefined ? month : `${name} ${year}`
}

/** A title whose long compounds may be broken where a Swede would break them. */
export const hyphenated = (title: string): string =>
  title.replace(COMPOUNDS, (_, first: string, second: string) => `${first}\u00ad${second}`)

const COMPOUNDS =
  /(utskrivnings|betalnings|överens|åter|under|medel|vård|ansvars|beräk)(klar|ansvar|kommelse|inskriv|rättelse|värde|tillfäll|form|dagar|ningen)/giu

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]
