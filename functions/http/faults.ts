import type * as z from 'zod'
import type { Fault, PlacedFault } from '#schemas/problem.ts'
import type { Language } from '#schemas/text.ts'
import { type FaultRule, faultReasons, isFaultRule, type RuleFault } from './fault-reasons.ts'
import { knownNames } from './known-names.ts'

/** A value as its schema gives it, or everything that is wrong with it. */
export type Checked<Value> =
  | { readonly accepted: true; readonly value: Value }
  | { readonly accepted: false; readonly faults: readonly RuleFault[] }

/** Checks what came from outside against its schema; faults point into it without repeating anything of it. */
export const check = <Schema extends z.ZodType>(schema: Schema, input: unknown): Checked<z.output<Schema>> => {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return { accepted: true, value: parsed.data }
  const names = knownNames(schema)
  const faults = parsed.error.issues.slice(0, MAXIMUM_FAULTS).map((issue) => faultOf(issue, names))
  return { accepted: false, faults }
}

/** A fault as the client reads it. */
export const faultIn = (fault: RuleFault | PlacedFault, language: Language): Fault => {
  if (!('line' in fault)) return { ...fault, reason: faultReasons[fault.rule][language] }
  const { pointer, rule, reason, line, column, suggestion } = fault
  return { pointer, rule, reason: reason[language], line, column, suggestion: suggestion[language] }
}

// So that a body full of faults does not become an answer larger than may be sent.
const MAXIMUM_FAULTS = 100

const faultOf = (issue: z.core.$ZodIssue, names: ReadonlySet<string>): RuleFault => ({
  pointer: pointerTo(issue.path, names),
  rule: ruleOf(issue),
})

// RFC 6901, cut before the first name that only the sender knows.
const pointerTo = (path: readonly PropertyKey[], names: ReadonlySet<string>): string => {
  const isUnknown = (segment: PropertyKey): boolean => typeof segment !== 'number' && !names.has(String(segment))
  const end = path.findIndex(isUnknown)
  return path
    .slice(0, end === -1 ? path.length : end)
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}

const ruleOf = (issue: z.core.$ZodIssue): FaultRule => {
  const isMissing = issue.input === undefined || issue.input === null
  switch (issue.code) {
    case 'invalid_type':
      if (isMissing) return 'missing'
      return issue.expected === 'int' && typeof issue.input === 'number' ? 'not-a-whole-number' : 'wrong-type'
    case 'invalid_value':
      return isMissing ? 'missing' : 'not-one-of'
    case 'invalid_union':
      return isMissing ? 'missing' : 'no-form-fits'
    case 'invalid_format':
      return issue.format === 'date' ? 'not-a-date' : 'wrong-form'
    case 'too_big':
      return sizeRule(issue.origin, { text: 'too-long', list: 'too-many', number: 'too-large' })
    case 'too_small':
      return sizeRule(issue.origin, { text: 'too-short', list: 'too-few', number: 'too-small' })
    case 'unrecognized_keys':
      return 'unknown-property'
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'wrong-form'
    case 'custom':
      return customRule(issue.params)
  }
}

const customRule = ({ rule }: Readonly<Record<string, unknown>> = {}): FaultRule =>
  isFaultRule(rule) ? rule : 'not-allowed'

const sizeRule = (origin: string, rules: Readonly<Record<'text' | 'list' | 'number', FaultRule>>): FaultRule => {
  if (origin === 'string') return rules.text
  return origin === 'array' || origin === 'set' || origin === 'map' ? rules.list : rules.number
}
