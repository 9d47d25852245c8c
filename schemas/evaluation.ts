import * as z from 'zod'
import { districtCode, municipalityCode } from './codes.ts'
import { decision, ruleReference } from './decision.ts'
import { episodeBody, identity } from './episode.ts'
import { liability } from './liability.ts'
import { notRecorded } from './optional.ts'
import { parameterChange, versionName } from './rule-differences.ts'
import { month } from './time.ts'

const { patient, ...stay } = episodeBody.shape

/** An episode as a hospital sends it, with an id of its own; who the patient is may be left out and is not looked at. */
const evaluatedEpisode = z
  .strictObject({
    id: z.string().regex(/^([0-9]{2}~)?[a-z0-9][a-z0-9.-]{0,63}$/),
    ...stay,
    patient: patient.extend({ identity: notRecorded(identity) }),
  })
  .meta({ id: 'EvaluatedEpisode' })
export type EvaluatedEpisode = z.infer<typeof evaluatedEpisode>

const agreementId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A published version; an agreement, by its version in force on the last discharge date, else its newest; or a draft's YAML. */
const evaluatedRule = z.union([versionName, agreementId, z.strictObject({ draft: z.string().min(1).max(262_144) })])
export type EvaluatedRule = z.infer<typeof evaluatedRule>

/** Episodes and the rules under which each of them is decided, whatever rule the calendar would pick. */
export const evaluationBody = z
  .strictObject({
    episodes: z.array(evaluatedEpisode).min(1).max(200),
    rules: z.array(evaluatedRule).min(1).max(6),
  })
  .meta({ id: 'EvaluationBody' })

/** A liability as the contract writes it, but for what only a recorded one has. */
const evaluatedLiability = liability.omit({ id: true, region: true, status: true }).meta({ id: 'EvaluatedLiability' })

const figure = z.enum(['outcome', 'readyDays', 'chargeableDays', 'average', 'liable', 'days', 'amount', 'billing'])

/** A figure that differs from the same under the first rule, of an episode or of a unit and month, and the changes that make it so. */
const figureDifference = z
  .strictObject({
    rule: ruleReference,
    against: ruleReference,
    episode: z.string().nullable(),
    unit: z
      .strictObject({ municipality: municipalityCode.nullable(), district: districtCode.nullable(), month })
      .nullable(),
    figure,
    was: z.string().nullable(),
    is: z.string().nullable(),
    causes: z.array(parameterChange),
  })
  .meta({ id: 'FigureDifference' })

export const evaluationAnswer = z
  .strictObject({
    evaluations: z.array(
      z.strictObject({
        rule: ruleReference,
        episodes: z.array(z.strictObject({ id: z.string(), decision })),
        liabilities: z.array(evaluatedLiability),
      }),
    ),
    differences: z.array(figureDifference),
  })
  .meta({ id: 'EvaluationAnswer' })
