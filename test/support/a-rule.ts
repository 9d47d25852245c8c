import { compileRule } from '#agreements/compile-rule.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { AverageModel } from '#schemas/rule-file/model.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'

const citation = 'text#one'
const text = { sv: 'En mening.', en: 'A sentence.' }

/** The smallest rule file that the schema accepts: an average over 2.0 for the municipalities of county 01. */
export const aRuleFile = {
  schema: '1',
  agreement: 'tested',
  stage: '1',
  title: text,
  county: '01',
  parties: {
    region: '01',
    municipalities: 'all-in-county',
    signing: { region: 1, municipalities: { association: true } },
  },
  careTypes: ['somatic', 'psychiatric'],
  inForce: { from: '2019-01-01' },
  sources: [{ id: 'text', title: 'A text', paragraphs: { one: { label: 'The first paragraph', text: 'Words.' } } }],
  cites: {},
  unit: 'municipality',
  liable: ['placing', 'registered'],
  clock: { starts: 'readiness-notice-sent', days: 'calendar', periods: 'sum' },
  preconditions: [],
  exclusions: [],
  model: {
    kind: 'average',
    cohort: { by: 'discharge-month', dayZero: 'in-mean', leftOut: 'leaves-mean' },
    level: '2.0',
    charge: 'excess',
  },
  amount: { national: true },
  billing: [{ from: '2019-01-01', status: 'active', cites: citation }],
  examples: [{ name: 'nobody', month: '2020-03', readyDays: [], expect: { episodes: 0 } }],
} as const

/** A rule like {@link aRuleFile} in all but what matters; `version` is the number it is published under. */
export const aRule = ({ version = '1', ...changes }: { version?: string; [part: string]: unknown } = {}): Rule => {
  const file = ruleFile.parse({ ...aRuleFile, ...changes })
  const { agreement, stage } = file
  return compileRule(file, { agreement, stage, version, sha256: '0'.repeat(64) })
}

/** An average model over 2.0 that charges the excess, but for what matters. */
export const anAverage = (
  changes: Partial<Omit<AverageModel, 'kind' | 'cohort'>> & Partial<AverageModel['cohort']> = {},
) => {
  const { dayZero = 'in-mean', leftOut = 'leaves-mean', ...rest } = changes
  return { ...aRuleFile.model, cohort: { by: 'discharge-month', dayZero, leftOut }, ...rest }
}

/** A rule that applies when a condition on an episode is met, by excluding it. */
export const anExclusion = (when: unknown, id = 'excluded') => ({ id, cites: citation, text, when })

/** A precondition whose failure has a name of its own. */
export const aPrecondition = (holds: unknown, id = 'failed') => ({
  id: `not-${id}`,
  cites: citation,
  text,
  holds,
  otherwise: { id, text },
})
