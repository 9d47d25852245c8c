import { defused } from '../defused.ts'
import { escapedCell } from './xml.ts'

/** The letters of a column, the first being 1: `A`, `Z`, `AA`. */
export const lettersOf = (column: number): string => {
  const rest = column - 1
  const last = String.fromCharCode(65 + (rest % 26))
  return rest < 26 ? last : `${lettersOf(Math.floor(rest / 26))}${last}`
}

/** A cell with a text, which is defused; what is longer than the 32 767 characters that Excel takes is cut off. */
export const textCell = (at: string, style: number, text: string): string => inlineCell(at, style, defused(text))

/** A cell with a number in its digits; a text where it has more digits than a double keeps. */
export const numberCell = (at: string, style: number, digits: string): string =>
  digits.replace(/\D/g, '').replace(/^0+/, '').length > DIGITS_OF_DOUBLE
    ? inlineCell(at, style, digits)
    : `<c r="${at}" s="${style}"><v>${digits}</v></c>`

/** A row of cells, counted from 1, so many lines of text high. */
export const xlsxRow = (number: number, cells: readonly string[], lines = 1): string =>
  `<row r="${number}"${lines > 1 ? ` ht="${lines * LINE_HEIGHT}" customHeight="1"` : ''}>${cells.join('')}</row>`

/** How many lines a text takes that is broken between its words, in a cell so many characters wide. */
export const linesOfText = (text: string, width: number): number => {
  let lines = 1
  let used = 0
  for (const { length } of text.split(/\s+/)) {
    if (used > 0 && used + 1 + length > width) {
      lines += 1
      used = length
    } else used += length + (used > 0 ? 1 : 0)
  }
  return lines
}

// Points, as Excel gives a line of its own font.
const LINE_HEIGHT = 15

const DIGITS_OF_DOUBLE = 15
const LONGEST = 32_767

const inlineCell = (at: string, style: number, text: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedCell(text.slice(0, LONGEST))}</t></is></c>`
