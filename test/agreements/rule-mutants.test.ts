import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileRule } from '#agreements/compile-rule.ts'
import { ruleFaults } from '#agreements/rule-faults.ts'
import { runExamples } from '#agreements/run-examples.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'
import { shippedRuleFiles } from '../support/a-catalog.ts'
import { mutantsOf, type RuleMutant } from '../support/rule-mutants.ts'
import { runs } from '../support/runs.ts'

const SEED = 2017_612

const sampled = (mutants: readonly RuleMutant[]): readonly RuleMutant[] => {
  const length = runs(mutants.length)
  const some = fc.shuffledSubarray([...mutants], { minLength: length, maxLength: length })
  return fc.sample(some, { seed: SEED, numRuns: 1 })[0] ?? []
}

/** Changes that change nothing: the Act is in force no earlier than its exception. */
const WITHOUT_EFFECT = ['model.exceptions.0.discharged.from: "2018-01-01" → "2017-12-31"']

/** A change is noticed by the schema, by the file's own faults, or by one of its examples. */
const isNoticed = ({ file }: RuleMutant): boolean => {
  const parsed = ruleFile.safeParse(file)
  if (!parsed.success || ruleFaults(parsed.data).length > 0) return true
  const { agreement, stage } = parsed.data
  return runExamples(compileRule(parsed.data, { agreement, stage, version: '1', sha256: '0'.repeat(64) })).length > 0
}

describe('the changes to shipped rule files', () => {
  it('are about eleven hundred', () => {
    const count = shippedRuleFiles.reduce((sum, { yaml }) => sum + mutantsOf(parse(yaml)).length, 0)

    expect(count).toBeGreaterThan(1_000)
  })
})

describe('the examples of a shipped rule file', () => {
  it.each(shippedRuleFiles)('$path notice every change to what it decides', ({ yaml }) => {
    const mutants = sampled(mutantsOf(parse(yaml)).filter(({ change }) => !WITHOUT_EFFECT.includes(change)))

    const unnoticed = mutants.filter((mutant) => !isNoticed(mutant)).map(({ change }) => change)

    expect(mutants.length).toBeGreaterThan(0)
    expect(unnoticed).toEqual([])
  })
})
