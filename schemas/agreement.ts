import * as z from 'zod'
import { careType, countyCode } from './codes.ts'
import { listOf } from './list.ts'
import { ruleFile } from './rule-file/rule-file.ts'
import { date, instant } from './time.ts'

const openQuestion = z.strictObject({
  id: z.string(),
  question: z.string(),
  cites: z.string(),
  shipped: z.string(),
  alternatives: z.array(z.string()),
  closedBy: z.string(),
})

/** One version of one stage. `from` is null while the event that begins the stage is not declared; a draft decides nothing. */
export const agreementVersion = z
  .strictObject({
    stage: z.string(),
    version: z.string(),
    title: z.string(),
    status: z.enum(['draft', 'published', 'withdrawn']),
    careTypes: z.array(careType),
    from: date.nullable(),
    until: date.nullable(),
    fromEvent: z.string().nullable(),
    untilEvent: z.string().nullable(),
    sha256: z.string(),
    publishedAt: instant.nullable(),
    openQuestions: z.array(openQuestion),
  })
  .meta({ id: 'AgreementVersion' })

/** An agreement, or the Act, with its stages and versions. */
export const agreement = z
  .strictObject({ id: z.string(), county: countyCode.nullable(), versions: z.array(agreementVersion) })
  .meta({ id: 'Agreement' })

export const agreementList = listOf('agreements', agreement)

/** The content of a rule file as JSON; ask for `application/yaml` to get its very bytes. */
export const ruleFileAnswer = z
  .strictObject({
    agreement: z.string(),
    stage: z.string(),
    version: z.string(),
    sha256: z.string(),
    file: ruleFile,
  })
  .meta({ id: 'RuleFile' })
