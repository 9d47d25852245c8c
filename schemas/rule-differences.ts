import * as z from 'zod'
import { ruleReference } from './decision.ts'

/** A version by its agreement, stage and number, between them `~` or `/`. */
export const versionName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*[~/][1-9][0-9]{0,3}\.[1-9][0-9]{0,8}$/)
  .meta({ id: 'VersionName', example: 'stockholm-somatic~1.1' })

/** What is told of a changed parameter: as it is written in the files, in words, and with the paragraphs behind it. */
export const parameterChange = z
  .strictObject({
    parameter: z.string(),
    was: z.string().nullable(),
    is: z.string().nullable(),
    cites: z.strictObject({ was: z.string().nullable(), is: z.string().nullable() }),
    text: z.string(),
  })
  .meta({ id: 'ParameterChange' })

/** A difference in meaning, or (`wording`) in words that decide nothing. */
export const ruleDifference = parameterChange
  .extend({ kind: z.enum(['parameter', 'wording']) })
  .meta({ id: 'RuleDifference' })

export const ruleDifferences = z
  .strictObject({ was: ruleReference, is: ruleReference, differences: z.array(ruleDifference) })
  .meta({ id: 'RuleDifferences' })
