import { Zip, ZipDeflate } from 'fflate'

/** A file of an archive: its path, and its text in pieces that are made as they are taken. */
export type ZippedFile = { readonly path: string; readonly chunks: Iterable<string> }

/**
 * The files as a ZIP archive, in their order. Only what is compressed is held. All are dated 1 January 1980, the first day
 * that a ZIP archive knows, and compressed by JavaScript alone, so that the bytes are the same on every machine.
 */
export const zipped = (files: readonly ZippedFile[]): Uint8Array => {
  const parts: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error !== null) throw error
    parts.push(part)
  })
  for (const { path, chunks } of files) {
    const file = new ZipDeflate(path)
    file.mtime = FIRST_DAY
    zip.add(file)
    for (const bytes of encoded(chunks)) file.push(bytes)
    file.push(new Uint8Array(), true)
  }
  zip.end()
  return joined(parts)
}

// In local time, since the archive is written so.
const FIRST_DAY = new Date(1980, 0, 1)
const CHUNK_LENGTH = 1 << 16

// Small pieces are put together, so that the compressor is not called for every cell.
function* encoded(chunks: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for (const chunk of chunks) {
    text += chunk
    if (text.length < CHUNK_LENGTH) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text)
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
