import { describe, expect, it } from 'vitest'
import { proveRule } from '#agreements/prove-rule.ts'
import { heavyFiles } from '../../support/heavy-files.ts'

/** What is not stopped in time takes minutes, far past this; `bench/others-meanwhile.ts` measures how long each takes. */
const MINUTE = 60_000

describe('a file that was made to be heavy', () => {
  it.each(heavyFiles)(
    'with %s is refused for what makes it so',
    (_, yaml, rule) => {
      const proof = proveRule(yaml, () => '1', { rules: [], events: [] })

      expect(proof.ok ? [] : proof.faults.map((fault) => fault.rule)).toContain(rule)
    },
    MINUTE,
  )
})
