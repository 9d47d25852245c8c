import * as z from 'zod'
import { districtCode, municipalityCode } from './codes.ts'

/** A statement that is true of an episode or a liability, and the paragraph it comes from. */
export const statement = z
  .strictObject({ id: z.string(), cites: z.string(), text: z.string() })
  .meta({ id: 'Statement' })

/** The rule version that was applied, and the SHA-256 of its file's bytes. */
export const ruleReference = z
  .strictObject({
    agreement: z.string(),
    stage: z.string(),
    version: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'RuleReference' })

export const outcome = z
  .enum(['in-mean', 'individual', 'left-out', 'undetermined', 'not-ready', 'open', 'cancelled'])
  .meta({ id: 'Outcome' })
export type Outcome = z.infer<typeof outcome>

/** What the rule in force makes of one episode. */
export const decision = z
  .strictObject({
    outcome,
    rule: ruleReference.nullable(),
    liableUnit: z
      .strictObject({
        municipality: municipalityCode,
        district: districtCode.nullable(),
        because: z.enum(['registered', 'placed']),
      })
      .nullable(),
    readyDays: z.string().nullable(),
    chargeableDays: z.string().nullable(),
    reasons: z.array(statement),
    missing: z.array(z.string()),
    flags: z.array(statement),
  })
  .meta({ id: 'Decision' })
