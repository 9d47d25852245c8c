import * as z from 'zod'
import { careType, countyCode, municipalityCode } from './codes.ts'
import { ruleReference } from './decision.ts'
import { date } from './time.ts'

/** A time in which the same applies to some of a county's municipalities; `until` is null when nothing ends it. */
const segment = z
  .strictObject({
    careType,
    municipalities: z.array(municipalityCode),
    from: date,
    until: date.nullable(),
    basis: z.enum(['agreement', 'act', 'unknown', 'overlap']),
    /** The rule that applies; null where it is not known, or where several claim the time. */
    rule: ruleReference.nullable(),
    /** The rules that claim the same time, which is a fault; otherwise empty. */
    rules: z.array(ruleReference),
    /** What is known to have applied without its text being known. */
    missing: z.string().nullable(),
  })
  .meta({ id: 'RuleCalendarSegment' })

/** Which rule applies in a county for each care type and day from 2018-01-01 on, with the holes and overlaps found. */
export const ruleCalendar = z
  .strictObject({
    region: countyCode,
    segments: z.array(segment),
    faults: z.array(
      z.strictObject({
        rule: z.string(),
        careType,
        on: date,
        reason: z.string(),
        rules: z.array(ruleReference),
      }),
    ),
  })
  .meta({ id: 'RuleCalendar' })
