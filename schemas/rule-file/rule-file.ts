import * as z from 'zod'
import { careType, countyCode, municipalityCode } from '../codes.ts'
import { text } from '../text.ts'
import { date } from '../time.ts'
import { citation, slug, source } from './citation.ts'
import { clock } from './clock.ts'
import { condition } from './condition.ts'
import { examples } from './example.ts'
import { decimal, model } from './model.ts'

const stageNumber = z.string().regex(/^[1-9][0-9]{0,3}$/)

const parties = z.strictObject({
  region: countyCode,
  municipalities: z.union([z.literal('all-in-county'), z.array(municipalityCode).min(1)]),
  /** Who signs a version of the agreement: a number of the region's signatories, and the association or a number of municipalities. */
  signing: z.strictObject({
    region: z.int().min(1),
    municipalities: z.union([
      z.strictObject({ association: z.literal(true) }),
      z.strictObject({ atLeast: z.int().min(1) }),
    ]),
  }),
})

const inForce = z.strictObject({
  /** A date; or the first of the month after the later of an event and the day before a date. */
  from: z.union([date, z.strictObject({ event: slug, notBefore: date })]),
  /** The last day; or an event, whose declaration ends the stage where the next one begins. Absent: until further notice. */
  until: z.union([date, z.strictObject({ event: slug, notBefore: date })]).optional(),
})
export type InForce = z.infer<typeof inForce>

/** A time in which something else than this file is known to have applied, whose text is not here. */
const unknownPeriod = z.strictObject({
  careTypes: z.array(careType).min(1),
  from: date.optional(),
  until: date,
  missing: z.string().min(1),
  why: z.string().min(1),
  cites: citation,
})

const precondition = z.strictObject({
  id: slug,
  cites: citation,
  text,
  holds: condition,
  /** The statement that is true when the precondition does not hold: the reason why the episode is left out. */
  otherwise: z.strictObject({ id: slug, text }),
})

const exclusion = z.strictObject({ id: slug, cites: citation, text, when: condition })

const flag = z.strictObject({ id: slug, cites: citation, text, when: condition })

const billing = z.strictObject({
  from: date,
  status: z.enum(['active', 'shadow', 'suspended']),
  reason: z.string().min(1).optional(),
  cites: citation,
})

/** Until which day of the next month, that day included, the municipality may object to a month before it freezes. */
const objections = z.strictObject({ untilDayOfNextMonth: z.int().min(1).max(28) })

/** The share of a month's episodes without an undetermined fact or a late notice below which it is not closed. */
const quality = z.strictObject({ atLeast: z.string().regex(/^(0\.[0-9]{1,4}|1)$/) })
/** The ladder that a dispute climbs, from whom it comes to first to whom it comes to last. */
const disputes = z.strictObject({
  ladder: z
    .array(z.strictObject({ id: slug, title: text }))
    .min(1)
    .max(10),
  cites: citation,
})

const openQuestion = z.strictObject({
  id: slug,
  question: text,
  cites: citation,
  shipped: slug,
  alternatives: z
    .array(
      z.strictObject({
        reading: slug,
        set: z.record(z.string().regex(/^model(\.[a-zA-Z]+)+$/), z.union([z.string(), z.int(), z.boolean()])),
      }),
    )
    .min(1),
  /** Who may settle the question; a settled question is a new version that cites the decision. */
  closedBy: z.string().min(1),
})

/**
 * One stage of an agreement, or the Act: everything that decides who is liable, for how many days and at what price,
 * each parameter with the paragraph it comes from. The version number is given by the service, or by the file's name.
 */
export const ruleFile = z.strictObject({
  schema: z.literal('1'),
  /** As long as the ids of all that names it may be. */
  agreement: slug.max(100),
  stage: stageNumber,
  title: text,
  /** Absent for the Act, which holds in every county. */
  county: countyCode.optional(),
  parties: parties.optional(),
  careTypes: z.array(careType).min(1),
  inForce,
  unknownPeriods: z.array(unknownPeriod).default([]),
  fallback: z.literal('act').optional(),
  sources: z.array(source).min(1),
  /** The paragraph behind each parameter, by its path in this file. */
  cites: z.record(z.string().regex(/^[a-z][a-zA-Z]*(\.[a-zA-Z]+)*$/), citation),
  unit: z.enum(['municipality', 'district']),
  liable: z.tuple([z.literal('placing'), z.literal('registered')]),
  clock,
  preconditions: z.array(precondition),
  exclusions: z.array(exclusion),
  flags: z.array(flag).default([]),
  model,
  amount: z.union([z.strictObject({ national: z.literal(true) }), z.strictObject({ own: decimal })]),
  billing: z.array(billing).min(1),
  /** Absent: until the 12th. */
  objections: objections.optional(),
  /** Absent: a month may be closed whatever its data is like. */
  quality: quality.optional(),
  /** Absent: case officers, heads of unit, the management group. */
  disputes: disputes.optional(),
  openQuestions: z.array(openQuestion).default([]),
  /** Paragraphs that no rule here encodes; every explanation names them. */
  notComputable: z.array(z.strictObject({ paragraph: citation, why: text })).default([]),
  examples,
})
export type RuleFile = z.infer<typeof ruleFile>
