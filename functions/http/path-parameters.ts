import type { Step } from './exchange.ts'
import { notFound } from './problem.ts'

/** Decodes what stands in the path; what cannot be decoded names nothing. */
export const pathParameters: Step = {
  before: ({ event: exchange }) => {
    const given = Object.entries(exchange.event.pathParameters ?? {})
    exchange.params = Object.fromEntries(given.map(([name, value = '']) => [name, decoded(value)]))
  },
}

// An HTTP API has decoded once already; no id here has a percent sign, so that decoding again changes nothing.
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    throw notFound()
  }
}
