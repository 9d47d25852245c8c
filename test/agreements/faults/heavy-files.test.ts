import { describe, expect, it } from 'vitest'
import { proveRule } from '#agreements/prove-rule.ts'
import { heavyFiles } from '../../support/heavy-files.ts'

/** Some ten times what each takes on a slow machine; what is not stopped in time takes minutes. */
const MOMENT = 3_000

describe('a file that was made to be heavy', () => {
  it.each(heavyFiles)('with %s is refused at once', (_, yaml, rule) => {
    const startedAt = performance.now()

    const proof = proveRule(yaml, () => '1', { rules: [], events: [] })

    expect(performance.now() - startedAt).toBeLessThan(MOMENT)
    expect(proof.ok ? [] : proof.faults.map((fault) => fault.rule)).toContain(rule)
  })
})
