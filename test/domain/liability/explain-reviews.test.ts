import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '#domain/liability/explain.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { fraction } from '#domain/money/fraction.ts'
import { liabilityAnswer } from '#functions/liabilities/liability-answer.ts'
import { stepAnswer } from '#functions/liabilities/step-answer.ts'
import { theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { anyFactsIn } from '../../support/arbitrary-facts.ts'
import { recompute } from '../../support/recompute.ts'
import { aStay, may, on } from '../../support/reviewed-month.ts'
import { runs } from '../../support/runs.ts'

const catalog = theShippedCatalog()
const stepsOf = (liability: Liability) => explain(liability).map(stepAnswer)
const told = (liability: Liability, id: string) => explain(liability).find((step) => step.id === id)

describe('the steps of a month that a joint group decides on', () => {
  const group = theRule('vasterbotten').cite('agreement#group')

  it('are the candidate days alone while nothing is decided', () => {
    const waiting = may([])

    expect(told(waiting, 'candidate-days-2022')).toMatchObject({ exact: fraction(7) })
    expect(stepsOf(waiting).map(({ id }) => id)).not.toContain('decided-days-2022')
  })

  it('are the candidate days, those taken off and those that are left, each with its paragraph', () => {
    const liability = may([on('four', { outcome: 'adjust', days: 1 }), on('three', { candidateDays: 3, days: 3 })])

    expect(told(liability, 'candidate-days-2022')).toMatchObject({
      exact: fraction(7),
      cites: 'Fristdags läsning: platshållare för starten',
    })
    expect(told(liability, 'days-taken-off-2022')).toMatchObject({ exact: fraction(3), cites: group })
    expect(told(liability, 'decided-days-2022')).toMatchObject({
      operation: 'subtract',
      exact: fraction(4),
      cites: group,
    })
    expect(recompute(stepsOf(liability))).toEqual({ days: '4.00', amount: '37200.00' })
  })

  it('come to what is owed, whatever is decided of whatever stays', () => {
    const decisions = fc.array(
      fc.record({ outcome: fc.constantFrom('approve', 'waive', 'adjust', undefined), days: fc.nat(9) }),
      { minLength: 6, maxLength: 6 },
    )
    const stays = fc.array(anyFactsIn('2022-05'), { maxLength: 6 })
    fc.assert(
      fc.property(stays, decisions, (facts, made) => {
        const recorded = facts.map((one, index) => ({ ...aStay({ id: `${index}` }), facts: inUmea(one) }))
        const candidates = (index: number) =>
          liabilitiesOf(catalog, '2022-05', recorded.slice(index, index + 1))[0]?.episodes[0]?.decision.days?.chargedOn
        const adjustments = recorded.flatMap((_, index) => {
          const [{ outcome, days } = { outcome: undefined, days: 0 }] = made.slice(index)
          const count = candidates(index)?.length ?? 0
          if (outcome === undefined) return []
          const owed = { approve: count, waive: 0, adjust: Math.min(days, count) }[outcome]
          return [on(`${index}`, { outcome, candidateDays: count, days: owed })]
        })

        for (const liability of liabilitiesOf(catalog, '2022-05', recorded, adjustments)) {
          if (liability.settlement.cohort.undetermined > 0) continue
          const { days, amount } = liabilityAnswer(liability)
          expect(recompute(stepsOf(liability))).toEqual({ days, amount })
          const owed = liability.episodes.map(({ decision }) =>
            decision.outcome === 'individual' ? (decision.review?.days ?? decision.days?.chargedOn?.length ?? 0) : 0,
          )
          expect(days).toBe(`${owed.reduce((sum, each) => sum + each, 0)}.00`)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  const inUmea = <Facts extends object>(facts: Facts) => ({ ...facts, registeredMunicipality: '2480' })
})
