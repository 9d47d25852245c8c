/** A text as it stands in XML, between tags and in attributes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * A text as it stands in a cell: what XML cannot hold, or would change, is written as `_x000D_` (ECMA-376 part 1, 22.9.2.19,
 * ST_Xstring), and so is a text that looks like that.
 */
export const escapedCell = (text: string): string =>
  escaped(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(NOT_IN_XML, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  )

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** The first line of a part. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The namespace of spreadsheets. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
