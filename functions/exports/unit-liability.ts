import * as z from 'zod'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule, RuleReference } from '#domain/agreement/rule.ts'
import { showDecimal } from '#domain/money/decimal.ts'
import { add, type Fraction, parseExact, zero } from '#domain/money/fraction.ts'
import { showOre } from '#domain/money/ore.ts'
import type { UnitLiability } from '#domain/statistics/figure-row.ts'
import { ruleName } from '#domain/statistics/tally.ts'
import type { FoundLiability } from '../liabilities/as-they-stand.ts'
import { foundAnswer } from '../liabilities/found-answer.ts'

/** The figures of a liability as the API answers it; none where no known rule governs, since nothing is computed then. */
export const unitLiabilityOf = (catalog: Pick<Catalog, 'rules'>, found: FoundLiability): readonly UnitLiability[] => {
  const { rule: reference, cohort, ...answered } = shape.parse(foundAnswer(found))
  if (reference === null) return []
  const rule = ruleIn(catalog, reference)
  return [
    {
      municipality: answered.municipality ?? undefined,
      district: answered.district ?? undefined,
      rule: reference,
      careTypes: rule.file.careTypes,
      freeDays: freeDaysOf(rule, answered.level),
      mean: cohort.average,
      n: cohort.episodes,
      liable: answered.liable,
      days: answered.days,
      amount: answered.amount,
      ...correctedOf(found),
      status: answered.status,
      billing: answered.billing,
      review: answered.review,
    },
  ]
}

/** What is asked of an answer of the API. */
const shape = z.object({
  municipality: z.string().nullable(),
  district: z.string().nullable(),
  rule: z.object({ agreement: z.string(), stage: z.string(), version: z.string(), sha256: z.string() }).nullable(),
  cohort: z.object({ episodes: z.int(), average: z.string().nullable() }),
  level: z.string().nullable(),
  liable: z.boolean().nullable(),
  days: z.string().nullable(),
  amount: z.string().nullable(),
  status: z.enum(['preliminary', 'final']),
  billing: z.string().nullable(),
  review: z.string().nullable(),
})

const ruleIn = ({ rules }: Pick<Catalog, 'rules'>, reference: RuleReference): Rule => {
  const found = rules.find((rule) => ruleName(rule.reference) === ruleName(reference))
  if (found === undefined) throw new Error(`A liability rests on a rule that is not published: ${ruleName(reference)}`)
  return found
}

const freeDaysOf = ({ file: { model } }: Rule, level: string | null): string | null =>
  model.kind === 'average' ? level : `${model.freeDays}`

const correctedOf = (found: FoundLiability): Pick<UnitLiability, 'correctedDays' | 'correctedAmount'> => {
  if (found.kind === 'live') return { correctedDays: null, correctedAmount: null }
  const { corrections } = found.closed
  const days: Fraction = corrections.map((made) => parseExact(made.days)).reduce(add, zero)
  const ore = corrections.reduce((sum, made) => sum + BigInt(made.ore), 0n)
  return { correctedDays: showDecimal(days, 2), correctedAmount: showOre(ore) }
}
