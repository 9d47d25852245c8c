import * as z from 'zod'
import { receipt } from '#schemas/settlement.ts'
import type { StoredStatement } from '#store/settlement-store.ts'

/** What a statement says, as its receipt holds it: texts in both languages. */
const content = z.object({
  liability: z.record(z.string(), z.unknown()),
  steps: z.array(z.unknown()),
  notComputable: receipt.shape.notComputable,
  premises: receipt.shape.premises,
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
