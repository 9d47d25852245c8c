import * as z from 'zod'
import { fault } from './problem.ts'
import { date, instant, month } from './time.ts'

const signature = z.strictObject({
  by: z.string().meta({ description: 'Who signed: the subject of the token' }),
  party: z.strictObject({ kind: z.enum(['region', 'municipality', 'association']), code: z.string() }),
  at: instant,
})

/** Where a version stands: proven, mutated, simulated, signed, in force. What still bars a signature is under `waitsFor`. */
export const versionReport = z
  .strictObject({
    agreement: z.string(),
    stage: z.string(),
    version: z.string(),
    sha256: z.string(),
    status: z.enum(['draft', 'published', 'withdrawn']),
    uploadedBy: z.string().nullable().meta({ description: 'null for a version shipped with the service' }),
    uploadedAt: instant.nullable(),
    publishedAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
    examples: z.int().meta({ description: 'How many examples the file has; all of them pass' }),
    warnings: z.array(fault),
    coverage: z
      .strictObject({
        mutants: z.int(),
        noticed: z.int(),
        isTooLittle: z.boolean().meta({ description: 'Under 95 %: the signers are warned' }),
        survivors: z
          .array(z.strictObject({ pointer: z.string(), line: z.int().optional(), was: z.string(), is: z.string() }))
          .meta({ description: 'The first 500 changes that no example notices' }),
      })
      .nullable()
      .meta({ description: 'null until the examples have been tried on every mutant of the file' }),
    simulation: z
      .strictObject({ simulation: z.string(), at: instant })
      .nullable()
      .meta({ description: 'The latest simulation run on these very bytes' }),
    closedMonths: z.array(month).meta({
      description: 'Closed months in the time of a draft: GET …/corrections shows what they would be corrected by',
    }),
    signatures: z.array(signature),
    quorum: z.strictObject({
      region: z.strictObject({ needed: z.int(), signed: z.int() }),
      municipalities: z.strictObject({
        by: z.enum(['association', 'municipalities']),
        needed: z.int(),
        signed: z.int(),
      }),
      isComplete: z.boolean(),
    }),
    waitsFor: z.array(z.enum(['coverage', 'simulation', 'signatures-of-region', 'signatures-of-municipalities'])),
  })
  .meta({ id: 'VersionReport' })

/** A signature under the exact bytes of a version. */
export const approvalBody = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const someWords = z.string().trim().min(1).max(2000)

/** Why a version is withdrawn. */
export const withdrawalBody = z.strictObject({ reason: someWords })

/** One line of an agreement's history. */
export const historyLine = z
  .strictObject({
    at: instant,
    act: z.string(),
    by: z.string(),
    party: z.string().nullable(),
    stage: z.string().nullable(),
    version: z.string().nullable(),
    sha256: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'HistoryLine' })

/** An event with what shows it; `preview` shows what it would change and declares nothing. */
export const eventBody = z.strictObject({
  event: z.string().min(1).max(100),
  on: date,
  evidence: someWords,
  preview: z.boolean().default(false),
})

const validity = z.strictObject({ from: date, until: date.nullable() }).nullable()

/** A declared event and the versions whose time it changes. */
export const eventAnswer = z
  .strictObject({
    agreement: z.string(),
    event: z.string(),
    on: date,
    evidence: z.string(),
    declaredBy: z.string(),
    declaredAt: instant,
    preview: z.boolean(),
    changes: z.array(z.strictObject({ stage: z.string(), version: z.string(), was: validity, is: validity })),
  })
  .meta({ id: 'DeclaredEvent' })

/** Asks for the level of a stage to be determined; `preview` shows the value and determines nothing. */
export const determinationBody = z.strictObject({
  stage: z.string().min(1).max(4),
  preview: z.boolean().default(false),
  leaveOutUndetermined: someWords
    .optional()
    .meta({ description: 'Why undetermined episodes are left out; without it they stop the determination' }),
})

const measured = z.strictObject({
  value: z.string().nullable(),
  exact: z.string().nullable(),
  episodes: z.int(),
  readyDays: z.string(),
  undetermined: z.int(),
  snapshot: z.string(),
})

/** A determined level, which never changes; `now` tells what the same formula gives today. */
export const determinationAnswer = z
  .strictObject({
    agreement: z.string(),
    stage: z.string(),
    formula: z.record(z.string(), z.union([z.string(), z.int()])),
    ...measured.shape,
    leftOutReason: z.string().nullable(),
    determinedBy: z.string(),
    determinedAt: instant,
    preview: z.boolean(),
    now: measured.extend({ isSame: z.boolean() }).nullable(),
  })
  .meta({ id: 'Determination' })

/** What a care day costs at a region's hospitals in a year, and where that is read. */
export const dayAmountBody = z.strictObject({
  year: z.int().min(2018).max(2200),
  amount: z.string().regex(/^[1-9][0-9]{0,5}\.[0-9]{2}$/),
  confidence: z.enum(['verified', 'second-hand', 'inferred']).default('verified'),
  source: someWords,
})

/** A day amount that a region has declared, or that is published for the country (region null). */
export const dayAmount = z
  .strictObject({
    region: z.string().nullable(),
    year: z.int(),
    amount: z.string(),
    source: z.string(),
    confidence: z.string().nullable(),
    declaredBy: z.string().nullable(),
    declaredAt: instant.nullable(),
    isReplaced: z.boolean(),
  })
  .meta({ id: 'DayAmount' })
