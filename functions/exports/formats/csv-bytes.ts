import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'

/** One line: texts to be quoted where they must, null where nothing is. */
export type Line = readonly (string | null)[]

/** How lines are told apart by the two kinds of CSV. */
export type Dialect = { readonly delimiter: ',' | ';'; readonly bom: boolean }

/**
 * Lines as CSV after RFC 4180: UTF-8, CRLF after each line, quotes where they are needed. An empty text is `""`, so that it is
 * told apart from nothing, and blanks at either end are within quotes. The lines are taken one at a time.
 */
export const csvBytes = async (lines: Iterable<Line>, { delimiter, bom }: Dialect): Promise<Uint8Array> => {
  const writer = stringify({
    delimiter,
    bom,
    record_delimiter: '\r\n',
    quote_record_delimiter: true,
    quoted_match: MUST_QUOTE,
  })
  const [bytes] = await Promise.all([buffer(writer), pipeline(Readable.from(lines), writer)])
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const MUST_QUOTE = /^$|^\s|\s$/
