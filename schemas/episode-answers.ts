import * as z from 'zod'
import { countyCode } from './codes.ts'
import { decision } from './decision.ts'
import { episode, episodeId } from './episode.ts'
import { listOf } from './list.ts'
import { instant } from './time.ts'

const { patient, ...stay } = episode.shape

const answeredPatient = patient
  .omit({ pseudonymKeyVersion: true, ageAtDischarge: true })
  .extend({ ageAtDischarge: z.int().nullable() })

/** An episode as it is read back: a pseudonym and an age where the body had an identity number. */
export const episodeAnswer = z
  .strictObject({
    id: episodeId,
    region: countyCode,
    revision: z.int(),
    recordedAt: instant,
    ...stay,
    patient: answeredPatient,
  })
  .meta({ id: 'Episode' })

/** A stored revision, and whether it is the current one. */
export const revisionAnswer = episodeAnswer.extend({ current: z.boolean() }).meta({ id: 'Revision' })

export const episodeList = listOf('episodes', episodeAnswer.extend({ decision }))
export const revisionList = listOf('revisions', revisionAnswer)

export const importResult = z
  .strictObject({
    line: z.int(),
    id: z.string().nullable(),
    result: z.enum(['created', 'changed', 'unchanged', 'outdated', 'refused', 'not-attempted']),
    errors: z.array(z.strictObject({ pointer: z.string(), rule: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ImportResult' })

export const importAnswer = z.strictObject({ results: z.array(importResult) }).meta({ id: 'ImportAnswer' })
