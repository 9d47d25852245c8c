import * as z from 'zod'
import type { Item } from './table.ts'

const by = { by: z.string(), at: z.string() }

/** An event that a region has declared, with what shows it. */
const event = z.strictObject({
  kind: z.literal('event'),
  agreement: z.string(),
  event: z.string(),
  on: z.string(),
  evidence: z.string(),
  ...by,
})

/** A level that a region has determined once from data. */
const determination = z.strictObject({
  kind: z.literal('determination'),
  agreement: z.string(),
  stage: z.string(),
  /** How it was to be determined, as canonical JSON: another formula is another level. */
  formula: z.string(),
  /** The value in force, rounded as the formula says. */
  value: z.string(),
  /** The mean before rounding, `n/d`. */
  exact: z.string(),
  episodes: z.int(),
  readyDays: z.int(),
  /** Undetermined episodes that were left out, and why; absent where there were none. */
  leftOut: z.int().optional(),
  leftOutReason: z.string().optional(),
  /** The SHA-256 of the list of revisions that it rests on. */
  snapshot: z.string(),
  ...by,
})

/** The price of a care day in a year at a region's hospitals; a later one for the same year replaces it. */
const dayAmount = z.strictObject({
  kind: z.literal('day-amount'),
  region: z.string(),
  year: z.int(),
  edition: z.int(),
  amount: z.string(),
  confidence: z.enum(['verified', 'second-hand', 'inferred']),
  source: z.string(),
  ...by,
})

const declaration = z.discriminatedUnion('kind', [event, determination, dayAmount])

/** Something declared about rules: an event, a determined level, a day amount. None is ever changed. */
export type Declaration = z.infer<typeof declaration>
export type DeclaredEvent = z.infer<typeof event>
export type MadeDetermination = z.infer<typeof determination>
export type DeclaredDayAmount = z.infer<typeof dayAmount>

/** The name under which a declaration is stored; the same name twice is the same thing declared twice. */
export const declarationKey = (declared: Declaration): string => {
  switch (declared.kind) {
    case 'event':
      return `event#${declared.agreement}#${declared.event}`
    case 'determination':
      return `determination#${declared.agreement}#${declared.stage}#${declared.formula}`
    case 'day-amount':
      return `day-amount#${declared.region}#${declared.year}#${`${declared.edition}`.padStart(6, '0')}`
  }
}

/** The declaration that an item holds. */
export const declarationFrom = ({ pk: _, sk: __, ...attributes }: Item): Declaration => declaration.parse(attributes)

/** Whether a declaration was made at an instant; without an instant, that it is made. */
export const isDeclared = ({ at }: Declaration, asOf?: string): boolean => asOf === undefined || at <= asOf
