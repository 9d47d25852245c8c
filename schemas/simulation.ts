import * as z from 'zod'
import { countyCode } from './codes.ts'
import { versionName } from './rule-differences.ts'
import { date, instant, month } from './time.ts'

/** What to try on a region's own months: a stored version, the text of a draft, or an event that is not declared yet. */
export const simulationBody = z
  .strictObject({
    version: versionName.optional(),
    draft: z.string().min(1).optional().meta({ description: 'The YAML of a rule file' }),
    event: z.strictObject({ agreement: z.string().max(100), event: z.string().max(100), on: date }).optional(),
    region: countyCode.optional(),
    from: month,
    to: month,
  })
  .check(({ value, issues }) => {
    const { version, draft, event, from, to } = value
    const refuse = (rule: string, path: string[]) =>
      issues.push({ code: 'custom', input: value, path, params: { rule } })
    if ([version, draft, event].filter((each) => each !== undefined).length !== 1)
      refuse('one-of-version-draft-event', [])
    if (to < from) refuse('ends-before-it-begins', ['to'])
    else if (monthsBetween(from, to) > MAXIMUM_MONTHS) refuse('too-many', ['to'])
  })

/** Ten years: as many items as a simulation's months may be. */
const MAXIMUM_MONTHS = 120

const monthsBetween = (from: string, to: string): number => {
  const [first, last] = [from, to].map((each) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5)))
  return (last ?? 0) - (first ?? 0) + 1
}

const sum = z.strictObject({ days: z.string(), amount: z.string() })

const part = z.strictObject({ parameter: z.string(), ...sum.shape })

/** What a unit owes in a month, null where it cannot be known. */
const figures = z.strictObject({
  episodes: z.int(),
  days: z.string().nullable(),
  amount: z.string().nullable(),
  liable: z.boolean().nullable(),
  missing: z.array(z.string()),
})

const crossing = z.enum(['becomes-liable', 'no-longer-liable'])

const unit = { municipality: z.string().nullable(), district: z.string().nullable(), month }

/** A unit's month as it is and as it would be; the parts of the difference sum to it exactly. */
export const simulatedUnitMonth = z
  .strictObject({
    ...unit,
    was: figures.nullable(),
    is: figures.nullable(),
    delta: sum.nullable(),
    crossing: crossing.nullable(),
    attribution: z.array(part).nullable(),
  })
  .meta({ id: 'SimulatedUnitMonth' })
export type SimulatedUnitMonth = z.infer<typeof simulatedUnitMonth>

/** What the whole comes to, over the units' months whose amounts are known; the others are counted. */
export const simulationSummary = z.strictObject({
  unitMonths: z.int(),
  unknown: z.int(),
  was: sum,
  is: sum,
  delta: sum,
  crossings: z.array(z.strictObject({ ...unit, crossing })),
  attribution: z.array(part),
})
export type SimulationSummary = z.infer<typeof simulationSummary>

/** A simulation and how far it has come; the summary is there when it is done. */
export const simulation = z
  .strictObject({
    id: z.string(),
    region: countyCode,
    candidate: z.strictObject({
      kind: z.enum(['version', 'draft', 'event']),
      agreement: z.string(),
      stage: z.string().nullable(),
      version: z.string().nullable(),
      sha256: z.string().nullable(),
      event: z.string().nullable(),
      on: date.nullable(),
    }),
    from: month,
    to: month,
    knownAt: instant.meta({ description: 'Rules and episodes are those known then' }),
    status: z.enum(['running', 'done']),
    progress: z.strictObject({ done: z.int(), total: z.int() }).meta({ description: 'Months' }),
    changes: z.array(z.strictObject({ parameter: z.string(), cites: z.string().nullable(), text: z.string() })),
    summary: simulationSummary.nullable(),
  })
  .meta({ id: 'Simulation' })
