import { bodyBytes, bodyText } from './body-text.ts'
import type { Step } from './exchange.ts'
import { check } from './faults.ts'
import { parseJson } from './json-text.ts'
import { brokenJson, unprocessable } from './problem.ts'

/** Parses the body of a route that has one; lines of JSON go on as text, files as bytes. */
export const body: Step = {
  before: ({ event: exchange }) => {
    const expected = exchange.route.body
    if (expected === undefined) return
    if (expected.raw) {
      exchange.body = bodyBytes(exchange.event, expected.mediaType, expected.maximumBytes)
      return
    }
    const text = bodyText(exchange.event, expected.mediaType, expected.maximumBytes)
    const checked = check(expected.schema, expected.mediaType === 'application/json' ? jsonIn(text) : text)
    if (!checked.accepted) throw unprocessable(checked.faults)
    exchange.body = checked.value
  },
}

const jsonIn = (text: string): unknown => {
  const result = parseJson(text)
  switch (result.kind) {
    case 'value':
      return result.value
    case 'broken':
      throw brokenJson()
    case 'refused':
      throw unprocessable([{ pointer: '', rule: result.rule }])
  }
}
