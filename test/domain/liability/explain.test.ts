import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '#domain/agreement/rule.ts'
import { explain } from '#domain/liability/explain.ts'
import type { Liability } from '#domain/liability/liability.ts'
import type { Step } from '#domain/liability/step.ts'
import { add, compare, divide, type Fraction, fraction, multiply, roundTo, subtract } from '#domain/money/fraction.ts'
import { shipped, theRule, theShippedCatalog } from '../../support/a-catalog.ts'
import { aMonth, readyFor, type Standing } from '../../support/a-month.ts'
import { anAverage, aRule } from '../../support/a-rule.ts'
import { anyAverage, anyFactsIn, anyIndividual } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const lastOf = (steps: readonly Step[], id: string): Fraction | undefined =>
  steps.findLast((step) => step.id === id)?.exact
const idsOf = (liability: Liability) => explain(liability).map(({ id }) => id)

/** What a reader gets who redoes a step by hand; undefined where a number is not there. */
const redone = ({ operation, operands, exact, rounding }: Step): Fraction | undefined => {
  const values = operands.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const [first, ...others] = values
  if (first === undefined || values.length < operands.length) return undefined
  switch (operation) {
    case 'given':
      return exact
    case 'add':
      return others.reduce(add, first)
    case 'subtract':
      return others.reduce(subtract, first)
    case 'multiply':
      return others.reduce(multiply, first)
    case 'divide':
      return others.reduce(divide, first)
    case 'round':
      return roundTo(first, rounding?.decimals ?? 0)
    case 'compare':
      return fraction(others.every((other) => compare(first, other) > 0) ? 1 : 0)
  }
}

/** Every step can be redone from the ones before it, and the last ones are what is owed. */
const isExplained = (liability: Liability): void => {
  const steps = explain(liability)
  const { days, ore } = liability.total

  for (const [index, step] of steps.entries()) {
    expect(redone(step)).toEqual(step.exact)
    for (const { step: from, value } of step.operands)
      if (from !== undefined) expect(lastOf(steps.slice(0, index), from)).toEqual(value)
  }
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
  if (liability.settlement.cohort.undetermined > 0) expect(steps.at(-1)?.id).toBe('undetermined')
  else {
    expect(lastOf(steps, 'days')).toEqual(days)
    expect(lastOf(steps, 'amount')).toEqual(ore === undefined ? undefined : fraction(ore, 100))
    expect(steps.at(-1)?.id).toBe('amount')
  }
}

const month = '2021-01'
const episodes = fc.array(
  fc.record({
    facts: anyFactsIn(month),
    standing: fc.constantFrom('counted' as const, 'counted' as const, 'left-out' as const),
  }),
  { maxLength: 8 },
)

describe('the steps of a month', () => {
  it('end in what it owes, whatever the model and the month', () => {
    fc.assert(
      fc.property(fc.oneof(anyAverage, anyIndividual), episodes, (model, all) => {
        isExplained(aMonth(aRule({ model }), all, { month }))
      }),
      { numRuns: runs(2_000) },
    )
  })

  const determinations = [
    [],
    [{ agreement: 'stockholm-somatic', stage: '2', value: fraction(17, 10), source: 'the data' }],
  ]

  it.each(shipped)('end in what it owes under $reference.agreement stage $reference.stage', (rule) => {
    const catalogs = fc.constantFrom(...determinations.map((made) => theShippedCatalog({ determinations: made })))
    const any = fc
      .constantFrom('2020-01', '2020-12', '2021-12')
      .chain((of) => fc.tuple(fc.constant(of), fc.array(anyFactsIn(of), { maxLength: 6 })))
    fc.assert(
      fc.property(any, catalogs, fc.boolean(), ([of, facts], catalog, open) => {
        const standings = facts.map(
          (one, index): Standing => ({
            facts: one,
            standing: open && index === 0 ? 'undetermined' : index === 1 ? 'left-out' : 'counted',
          }),
        )
        const liability = aMonth(rule, standings, { month: of, catalog })

        isExplained(liability)
        for (const step of explain(liability)) if (isParameter(step, rule)) expect(step.cites, step.id).toBeTruthy()
      }),
      { numRuns: runs(400) },
    )
  })

  it('read in the order in which they are reckoned', () => {
    expect(idsOf(aMonth(aRule(), readyFor([3, 3, 3])))).toEqual([
      'episodes',
      'ready-days',
      'mean',
      'level',
      'exceeds',
      'excess',
      'average-days-2020',
      'days-2020',
      'day-amount-2020',
      'product-2020',
      'amount-2020',
      'days',
      'amount',
    ])
  })

  it('round the mean only where the rule says so, and leave the excess out where all days are charged', () => {
    const rounding = { mean: 2, mode: 'half-up' as const }
    const ids = idsOf(aMonth(aRule({ model: anAverage({ rounding, charge: 'all-days' }) }), readyFor([3, 3, 4])))

    expect(ids.slice(2, 7)).toEqual(['mean', 'rounded-mean', 'level', 'exceeds', 'average-days-2020'])
  })

  it('name who is left out and who is undetermined, and then stop', () => {
    const all = [...readyFor([3]), ...readyFor([3, 3], 'left-out'), ...readyFor([1], 'undetermined')]
    const steps = explain(aMonth(aRule(), all))

    expect(steps.map(({ id, exact }) => [id, exact])).toEqual([
      ['episodes', fraction(1)],
      ['ready-days', fraction(3)],
      ['left-out', fraction(2)],
      ['undetermined', fraction(1)],
    ])
    expect(steps.at(-1)?.text.en).toContain('planning.needed')
  })

  it('say that nobody was ready for a day, before any level is asked for', () => {
    const liability = aMonth(theRule('stockholm-somatic', '2'), readyFor([0, 0], 'counted', '2020-12'), {
      month: '2020-12',
    })

    expect(idsOf(liability)).toEqual(['episodes', 'ready-days', 'mean', 'days', 'amount'])
    expect(lastOf(explain(liability), 'days')).toEqual(fraction(0))
  })

  it('of nobody are two counts and a zero', () => {
    expect(idsOf(aMonth(aRule(), []))).toEqual(['episodes', 'ready-days', 'days', 'amount'])
  })

  it('tell the days of each year, and the paragraph or source behind every number', () => {
    const rule = theRule('jonkoping', '2')
    const facts = [...readyFor([20], 'counted', '2020-01'), ...readyFor([4], 'counted', '2020-01')]
    const steps = explain(aMonth(rule, facts, { month: '2020-01', catalog: theShippedCatalog() }))
    const told = (id: string) => steps.find((step) => step.id === id)

    expect(told('individual-days-2020')).toMatchObject({ exact: fraction(20), cites: rule.cite('agreement#long-stay') })
    expect(told('average-days-2020')).toMatchObject({ exact: fraction(4), cites: rule.cite('agreement#debit') })
    expect(told('days-2020')).toMatchObject({ exact: fraction(24) })
    expect(told('day-amount-2020')).toMatchObject({ exact: fraction(8200), source: expect.stringContaining('VästKom') })
    expect(told('episodes')).toMatchObject({ cites: rule.cite('reading#month') })
    expect(told('level')).toMatchObject({ cites: rule.cite('agreement#threshold') })
    expect(told('left-out')).toBeUndefined()
  })

  it('are none without a rule', () => {
    const { key, ...liability } = aMonth(aRule(), [])

    expect(explain({ ...liability, key: { ...key, rule: undefined } })).toEqual([])
  })
})

/** Whether a step states a parameter of the rule; an individual rule has none for those left out. */
const isParameter = ({ id }: Step, { file }: Rule): boolean =>
  /^(episodes|ready-days|mean|level|exceeds|excess|average-days-.*|individual-days-.*|day-amount-.*)$/.test(id) ||
  (id === 'left-out' && file.model.kind === 'average')
