import { describe, expect, it } from 'vitest'
import { measureCoverage } from '#agreements/mutation/measure-coverage.ts'
import { mutationsOf } from '#agreements/mutation/mutate-rule.ts'
import { ruleFrom, shipped, shippedRuleFiles } from '../../support/a-catalog.ts'

describe('the changes to shipped rule files', () => {
  it('are about twelve hundred', () => {
    const count = shipped.reduce((sum, { file }) => sum + mutationsOf(file).length, 0)

    expect(count).toBeGreaterThan(1_200)
  })
})

describe('the examples of a shipped rule file', () => {
  it.each(shippedRuleFiles)('$path notice every change to what it decides', async (file) => {
    const { mutants, noticed, survivors } = await measureCoverage(ruleFrom(file))

    expect(survivors).toEqual([])
    expect(mutants).toBeGreaterThan(100)
    expect(noticed).toBe(mutants)
  })
})
