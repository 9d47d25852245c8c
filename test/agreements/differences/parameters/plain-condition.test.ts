import fc from 'fast-check'
import { expect, it } from 'vitest'
import { conditionWritten, plainCondition } from '#agreements/differences/parameters/plain-condition.ts'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import type { Condition } from '#schemas/rule-file/condition.ts'
import { anExclusion, aRule } from '../../../support/a-rule.ts'
import { anyCondition, anyWorld } from '../../../support/arbitrary-conditions.ts'
import { runs } from '../../../support/runs.ts'

const ruleWith = (condition: Condition) => aRule({ exclusions: [anExclusion(condition)] })

it('a condition in its plainest form holds in the same worlds', () => {
  fc.assert(
    fc.property(anyCondition, anyWorld, (condition, world) => {
      const plain = evaluateByClosures(ruleWith(plainCondition(condition)), world)

      expect(plain).toEqual(evaluateByClosures(ruleWith(condition), world))
    }),
    { numRuns: runs(2000) },
  )
})

it('a plain condition is as plain as it gets', () => {
  fc.assert(
    fc.property(anyCondition, (condition) => {
      const plain = plainCondition(condition)

      expect(conditionWritten(plainCondition(plain))).toBe(conditionWritten(plain))
    }),
    { numRuns: runs(1000) },
  )
})
