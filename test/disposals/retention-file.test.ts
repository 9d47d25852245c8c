import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDefinition } from '#agreements/parse-definition.ts'
import { aRetentionText } from '../support/a-retention-rule.ts'

const shipped = readFileSync('rules/national/retention.v1.yaml', 'utf8')
const decided = aRetentionText()
const [entry = ''] = /^ {2}- region[\s\S]*?\}$/m.exec(decided) ?? []

describe('the definition of retention', () => {
  it('is shipped without a decision, so that nothing is disposed of', () => {
    expect(parseDefinition(shipped)).toMatchObject({
      ok: true,
      content: { definition: 'retention', decisions: [], accessLogYears: 5 },
    })
  })

  it("holds each region's own decision", () => {
    expect(parseDefinition(decided)).toMatchObject({
      ok: true,
      content: { decisions: [{ region: '01', reference: 'RS 2020-0001', years: { episodes: 7, simulations: 1 } }] },
    })
  })

  it.each([
    ['gives less than the least', 'settlements: 7, exports', 'settlements: 6, exports', 'shorter-than-least'],
    ['is of a region that has one already', entry, `${entry}\n${entry}`, 'decided-twice'],
    ['names no region that there is', 'region: "01"', 'region: "02"', 'unknown-county'],
    ['leaves a kind out', 'exports: 7, simulations', 'simulations', 'missing-property'],
    ['cites what is not quoted', 'decisions: [archives#decided]', 'decisions: [archives#other]', 'dangling-citation'],
  ])('is refused when a decision %s', (_, from, to, rule) => {
    const parsed = parseDefinition(decided.replace(from, to))

    expect(parsed).toMatchObject({ ok: false, faults: [{ rule }] })
  })
})
