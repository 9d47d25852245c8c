import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runExamples } from '#agreements/examples/run-examples.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { fencedBlocks } from './support/markdown.ts'

const [example, ...others] = fencedBlocks(readFileSync('CONTRIBUTING.md', 'utf8')).filter(
  ({ language }) => language === 'yaml',
)

describe('the rule file of the walk-through', () => {
  it('is the only one there', () => {
    expect(others).toEqual([])
  })

  it('is a rule and meets its own examples', () => {
    const parsed = parseRule(example?.text ?? '', '1')

    expect(parsed.ok ? runExamples(parsed.rule) : parsed.faults).toEqual([])
  })
})
