import * as z from 'zod'
import { careType } from '../codes.ts'
import { date } from '../time.ts'
import { citation, slug } from './citation.ts'

/** A decimal number as text, so that no reader turns 2.0 into 2 or 1.10 into 1.1. */
export const decimal = z.string().regex(/^(0|[1-9][0-9]*)(\.[0-9]+)?$/)

const wholeDays = z.int().min(0).max(366)

/** A level fixed by measuring a population once: the mean ready days of all units of the county in a time. */
export const formula = z.strictObject({
  measure: z.literal('mean-ready-days'),
  dayZero: z.enum(['included', 'excluded']),
  from: date,
  until: date,
  decimals: z.int().min(0).max(6),
  mode: z.literal('half-up'),
})
export type Formula = z.infer<typeof formula>

const determinedLevel = z.strictObject({ determined: formula })

/** How many days are free: a number, one to be determined from data, or the least of several. */
export const level = z.union([
  decimal,
  determinedLevel,
  z.strictObject({ least: z.array(z.union([decimal, determinedLevel])).min(2) }),
])
export type Level = z.infer<typeof level>

const freeDaysException = z.strictObject({
  id: slug,
  careTypes: z.array(careType).min(1),
  discharged: z.strictObject({ from: date, until: date }),
  freeDays: wholeDays,
  cites: citation,
})

const freeDays = { freeDays: wholeDays, exceptions: z.array(freeDaysException).default([]) }

/** Each readiness period stands for itself: its days after the free days are charged. */
const individual = z.strictObject({ kind: z.literal('individual'), ...freeDays })

/** As individual, but the days are candidates until a joint group of the parties has decided. */
const review = z.strictObject({
  kind: z.literal('review'),
  ...freeDays,
  /** True when the start is not the agreement's own, which is not known; every candidate carries a flag. */
  startIsPlaceholder: z.boolean().default(false),
  decidedBy: z.string().min(1),
})

/** The mean ready days of a unit's month against a level. */
const average = z.strictObject({
  kind: z.literal('average'),
  cohort: z.strictObject({
    by: z.literal('discharge-month'),
    dayZero: z.enum(['in-mean', 'out-of-mean']),
    leftOut: z.enum(['leaves-mean', 'counts-zero-days']),
  }),
  level,
  charge: z.enum(['excess', 'all-days']),
  longStay: z.strictObject({ moreThan: wholeDays, charge: z.enum(['all-days', 'beyond-limit']) }).optional(),
  rounding: z
    .union([z.literal('none'), z.strictObject({ mean: z.int().min(0).max(6), mode: z.literal('half-up') })])
    .default('none'),
})

/** Who is liable for which days, once the preconditions hold. */
export const model = z.discriminatedUnion('kind', [individual, average, review])
export type Model = z.infer<typeof model>
export type AverageModel = z.infer<typeof average>
