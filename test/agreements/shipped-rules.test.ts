import { describe, expect, it } from 'vitest'
import { runExamples } from '#agreements/examples/run-examples.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { shippedRuleFiles } from '../support/a-catalog.ts'

describe('the shipped rule files', () => {
  it('have the Act and the three counties of the mission among them', () => {
    const mission = [
      'jonkoping/agreement-stage-1.v1.yaml',
      'jonkoping/agreement-stage-2.v1.yaml',
      'national/act-stage-1.v1.yaml',
      'stockholm/psychiatric-stage-1.v1.yaml',
      'stockholm/psychiatric-stage-2.v1.yaml',
      'stockholm/somatic-stage-1.v1.yaml',
      'stockholm/somatic-stage-2.v1.yaml',
      'stockholm/somatic-stage-3.v1.yaml',
      'vasterbotten/agreement-stage-1.v1.yaml',
    ]

    expect(shippedRuleFiles.map(({ path }) => path)).toEqual(expect.arrayContaining(mission))
  })

  it.each(shippedRuleFiles)('$path meets its own examples', ({ yaml }) => {
    const parsed = parseRule(yaml, '1')

    expect(parsed).toMatchObject({ ok: true })
    expect(parsed.ok && runExamples(parsed.rule)).toEqual([])
  })
})
