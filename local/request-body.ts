import type { IncomingMessage } from 'node:http'

/** A body read to its end; or too large, where the rest has been thrown away; or undefined when the client went away. */
export type ReceivedBody = Buffer | 'too-large' | undefined

/** Reads a body of at most so many bytes. */
export const readBody = async (message: IncomingMessage, maximumBytes: number): Promise<ReceivedBody> => {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue
      bytes += chunk.length
      if (bytes <= maximumBytes) chunks.push(chunk)
      else chunks.length = 0
      // Most clients read the answer only when they have sent everything; there is an end to that patience.
      if (bytes > maximumBytes * PATIENCE) return 'too-large'
    }
  } catch {
    return undefined
  }
  return bytes > maximumBytes ? 'too-large' : Buffer.concat(chunks)
}

const PATIENCE = 4
