import * as z from 'zod'
import type { Step } from './exchange.ts'
import type { RuleFault } from './fault-reasons.ts'
import { check } from './faults.ts'
import { unprocessable } from './problem.ts'
import { DEFAULT_PATH } from './route.ts'

/** Parses the query string; refuses parameters that the route does not have and parameters given twice. */
export const query: Step = {
  before: ({ event: exchange }) => {
    const { route, event } = exchange
    if (route.path === DEFAULT_PATH) return
    const schema = route.query ?? NO_PARAMETERS
    // Not queryStringParameters, where a repeated parameter looks like one with a comma in it.
    const given = [...new URLSearchParams(event.rawQueryString)]
    const repeated = repeatedIn(given).filter((name) => Object.hasOwn(schema.shape, name))
    if (repeated.length > 0) throw unprocessable(repeated.map((name) => ({ pointer: `?${name}`, rule: REPEATED })))
    const checked = check(schema, Object.fromEntries(given))
    if (!checked.accepted) throw unprocessable(checked.faults.map(asParameterFault))
    exchange.query = route.query === undefined ? undefined : checked.value
  },
}

const NO_PARAMETERS = z.strictObject({})

const REPEATED = 'repeated-parameter'

const repeatedIn = (given: readonly (readonly [string, string])[]): readonly string[] => {
  const names = given.map(([name]) => name)
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}

const asParameterFault = ({ pointer, rule }: RuleFault): RuleFault => ({
  pointer: `?${pointer.slice(1)}`,
  rule: rule === 'unknown-property' ? 'unknown-parameter' : rule,
})
