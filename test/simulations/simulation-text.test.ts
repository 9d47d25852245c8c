import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction } from '#domain/money/fraction.ts'
import type { Crossing, Summary } from '#domain/simulation/summary.ts'
import { summaryFrom, summaryText } from '#functions/simulations/simulation-text.ts'

const anySum = fc.record({
  days: fc
    .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 1, max: 999 }))
    .map(([n, d]) => fraction(n, BigInt(d))),
  ore: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
})
const anyCrossing: fc.Arbitrary<Crossing> = fc.record({
  municipality: fc.constantFrom('0136', undefined),
  district: fc.constantFrom('0180-farsta', undefined),
  month: fc.constant('2020-03'),
  crossing: fc.constantFrom('becomes-liable', 'no-longer-liable'),
})
const anySummary: fc.Arbitrary<Summary> = fc.record({
  unitMonths: fc.nat(),
  unknown: fc.nat(),
  was: anySum,
  is: anySum,
  delta: anySum,
  crossings: fc.array(anyCrossing, { maxLength: 3 }),
  attribution: fc.array(
    anySum.map((sum) => ({ parameter: 'model.level', ...sum })),
    { maxLength: 3 },
  ),
})

describe('a summary', () => {
  it('comes back from its text exactly as it was', () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        expect(summaryFrom(summaryText(summary))).toEqual(summary)
      }),
    )
  })
})
