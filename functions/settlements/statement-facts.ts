import * as z from 'zod'
import { formula } from '#schemas/rule-file/model.ts'
import { text } from '#schemas/text.ts'
import type { StoredStatement } from '#store/settlement-store.ts'

/** What a statement says, as its receipt holds it: texts in both languages. */
const content = z.object({
  liability: z.record(z.string(), z.unknown()),
  steps: z.array(z.unknown()),
  notComputable: z.array(z.strictObject({ cites: z.string(), why: text })),
  premises: z.object({
    agreementRegistered: z.boolean(),
    dayAmounts: z.array(
      z.object({ year: z.int(), amount: z.string(), source: z.string(), region: z.string().nullable() }),
    ),
    determinations: z.array(
      z.object({
        agreement: z.string(),
        stage: z.string(),
        value: z.string(),
        source: z.string(),
        formula: formula.optional(),
      }),
    ),
    leftOut: z.array(
      z.object({
        episode: z.string(),
        leftOut: z.enum(['undetermined', 'always']),
        because: z.string(),
        reason: z.string(),
      }),
    ),
    reviews: z
      .array(
        z.object({
          episode: z.string(),
          number: z.int(),
          revision: z.int(),
          outcome: z.enum(['approve', 'waive', 'adjust']),
          candidateDays: z.int(),
          days: z.int(),
        }),
      )
      .default([]),
  }),
  manifest: z.strictObject({ root: z.string() }),
})

const ofRule = z.object({
  rule: z.strictObject({ agreement: z.string(), stage: z.string(), version: z.string(), sha256: z.string() }),
})

/** The content of a statement, with the manifest, rule version and premises that it rests on. */
export const statementFacts = ({ content: written }: Pick<StoredStatement, 'content'>) => {
  const { manifest, premises, ...parsed } = content.parse(JSON.parse(written))
  const reference = ofRule.parse(parsed.liability).rule
  const rule = `${reference.stage}.${reference.version} ${reference.sha256}`
  return { ...parsed, ...premises, root: manifest.root, reference, rule }
}
