import { describe, expect, it } from 'vitest'
import type { Rule } from '#domain/agreement/rule.ts'
import { agreementNotRegistered, versionNotSigned } from '#domain/liability/flags.ts'
import { fraction } from '#domain/money/fraction.ts'
import { aCatalog } from '../../support/a-catalog.ts'
import { aMonth, readyFor, type Standing } from '../../support/a-month.ts'
import { anAverage, aRule } from '../../support/a-rule.ts'
import { anEpisodeFacts } from '../../support/an-episode-facts.ts'

const determined = {
  determined: {
    measure: 'mean-ready-days',
    dayZero: 'included',
    from: '2020-01-01',
    until: '2020-10-31',
    decimals: 4,
    mode: 'half-up',
  },
} as const
const waiting = aRule({ model: anAverage({ level: { least: [determined, '2.0'] } }) })
const withLevel = (value: readonly [number, number]) =>
  aCatalog([], {
    determinations: [{ agreement: 'tested', stage: '1', value: fraction(...value), source: 'the data' }],
  })

const individual = aRule({ model: { kind: 'individual', freeDays: 3 } })
const overNewYear: Standing = {
  standing: 'counted',
  facts: anEpisodeFacts({ ready: '2020-12-26 09:00:00', out: '2021-01-03' }),
}

describe('a level that is determined from data', () => {
  it('leaves the days unknown until that is done', () => {
    const { total, missing, level } = aMonth(waiting, readyFor([7]))

    expect(total).toEqual({ days: undefined, ore: undefined })
    expect(missing).toEqual(['determination tested stage 1'])
    expect(level).toEqual({ known: false, missing: 'determination tested stage 1' })
  })

  it('is not needed where nobody was ready for a day', () => {
    const { total, missing } = aMonth(waiting, readyFor([0, 0]))

    expect(total).toEqual({ days: fraction(0), ore: 0n })
    expect(missing).toEqual([])
  })

  it('is needed where somebody undetermined was ready for a day', () => {
    expect(aMonth(waiting, [...readyFor([0]), ...readyFor([1], 'undetermined')]).missing).toEqual([
      'determination tested stage 1',
      'planning.needed',
    ])
  })

  it('is not needed for somebody who is left out', () => {
    const all = [...readyFor([7], 'left-out'), ...readyFor([0], 'undetermined')]

    expect(aMonth(waiting, all).missing).toEqual(['planning.needed'])
  })

  it('decides once it is there, but never above 2.0', () => {
    expect(aMonth(waiting, readyFor([3]), { catalog: withLevel([3, 2]) }).total.days).toEqual(fraction(3, 2))
    expect(aMonth(waiting, readyFor([3]), { catalog: withLevel([5, 2]) }).total.days).toEqual(fraction(1))
  })
})

describe('what is missing', () => {
  it('names the year of each day that has no amount, beside the level', () => {
    const lateMonth = { month: '2022-03' }
    const stays = readyFor([7], 'counted', '2022-03')

    expect(aMonth(aRule(), stays, lateMonth).missing).toEqual(['day-amount 2022'])
    expect(aMonth(waiting, stays, lateMonth).missing).toEqual(['day-amount 2022', 'determination tested stage 1'])
    expect(aMonth(aRule(), stays, lateMonth).total).toEqual({ days: fraction(5), ore: undefined })
  })

  it('is no amount where no day is charged', () => {
    const { missing, total } = aMonth(aRule(), readyFor([2], 'counted', '2022-03'), { month: '2022-03' })

    expect(missing).toEqual([])
    expect(total).toEqual({ days: fraction(0), ore: 0n })
  })

  it('is the amount of a day’s own year under an individual model', () => {
    const catalog = aCatalog([], { dayAmounts: [{ year: 2021, ore: 1n, source: 'the test' }] })

    expect(aMonth(individual, [overNewYear], { month: '2021-01', catalog }).missing).toEqual(['day-amount 2020'])
    expect(aMonth(individual, [overNewYear], { month: '2021-01' }).total).toEqual({
      days: fraction(5),
      ore: 3n * 1_000_00n + 2n * 2_000_00n,
    })
  })

  it('is, in an open month, no amount of a year that no resolution charges', () => {
    const catalog = aCatalog([], { dayAmounts: [] })
    const inDecember: Standing = {
      standing: 'undetermined',
      facts: anEpisodeFacts({ ready: '2020-12-20 09:00:00', out: '2021-01-01' }),
    }
    const longStay = aRule({ model: anAverage({ longStay: { moreThan: 7, charge: 'all-days' } }) })
    const missingOf = (rule: Rule, episodes: readonly Standing[]) =>
      aMonth(rule, episodes, { month: '2021-01', catalog }).missing

    expect(missingOf(individual, [inDecember])).toEqual(['day-amount 2020', 'planning.needed'])
    expect(missingOf(longStay, [inDecember])).toEqual(['day-amount 2020', 'planning.needed'])
    expect(
      missingOf(individual, [{ ...inDecember, standing: 'left-out' }, ...readyFor([9], 'undetermined', '2021-01')]),
    ).toEqual(['day-amount 2021', 'planning.needed'])
  })

  it('is, in an open month, every amount that some resolution needs', () => {
    const catalog = aCatalog([], { dayAmounts: [] })
    const missingOf = (rule: Rule, episodes: readonly Standing[]) =>
      aMonth(rule, episodes, { month: '2021-01', catalog }).missing

    expect(missingOf(individual, [{ ...overNewYear, standing: 'undetermined' }])).toEqual([
      'day-amount 2020',
      'day-amount 2021',
      'planning.needed',
    ])
    expect(missingOf(aRule(), readyFor([9], 'undetermined', '2021-01'))).toEqual(['day-amount 2021', 'planning.needed'])
    expect(missingOf(aRule(), [...readyFor([9], 'undetermined'), ...readyFor([0])])).toEqual([
      'day-amount 2021',
      'planning.needed',
    ])
    expect(missingOf(aRule(), readyFor([1, 0], 'undetermined', '2021-01'))).toEqual(['planning.needed'])
    expect(missingOf(aRule(), [...readyFor([0], 'undetermined', '2021-01'), ...readyFor([9], 'left-out')])).toEqual([
      'planning.needed',
    ])
  })
})

describe('the alternatives', () => {
  const openQuestions = [
    {
      id: 'charge',
      question: { sv: 'Vad?', en: 'What?' },
      cites: 'text#one',
      shipped: 'excess',
      alternatives: [{ reading: 'all-days', set: { 'model.charge': 'all-days' } }],
      closedBy: 'the parties',
    },
    {
      id: 'day-zero',
      question: { sv: 'Vad?', en: 'What?' },
      cites: 'text#one',
      shipped: 'in-mean',
      alternatives: [{ reading: 'out-of-mean', set: { 'model.cohort.dayZero': 'out-of-mean' } }],
      closedBy: 'the parties',
    },
  ]
  const questioned = aRule({ openQuestions })

  it('settle one question at a time', () => {
    const { total, alternatives } = aMonth(questioned, readyFor([0, 0, 9]))

    expect(total.days).toEqual(fraction(3))
    expect(alternatives).toEqual([
      { question: 'charge', reading: 'all-days', owed: { days: fraction(9), ore: 9_000_00n } },
      { question: 'day-zero', reading: 'out-of-mean', owed: { days: fraction(7), ore: 7_000_00n } },
    ])
  })

  it('are not known while the month is open', () => {
    const { alternatives } = aMonth(questioned, [...readyFor([9]), ...readyFor([1], 'undetermined')])

    expect(alternatives.map(({ owed }) => owed)).toEqual(Array(2).fill({ days: undefined, ore: undefined }))
  })
})

describe('the flags', () => {
  const flagged = (flags: Standing['flags'] = [], standing: Standing['standing'] = 'counted') =>
    readyFor([1], standing).map((episode) => ({ ...episode, flags }))
  const [first, second] = ['1', '2'].map((stage) => versionNotSigned(aRule({ stage })))

  it('are those of the episodes, each once, of the ones left out and undetermined too', () => {
    const { flags } = aMonth(aRule(), [
      ...flagged([agreementNotRegistered]),
      ...flagged([agreementNotRegistered], 'left-out'),
      ...flagged(first && [first], 'undetermined'),
    ])

    expect(flags).toEqual([agreementNotRegistered, first])
  })

  it('tell of every version that waits for signatures', () => {
    const { flags } = aMonth(aRule(), [...flagged(first && [first]), ...flagged(second && [second])])

    expect(flags).toEqual([first, second])
  })

  it('are none where no episode has one', () => {
    expect(aMonth(aRule(), [...flagged(), ...flagged([], 'left-out')]).flags).toEqual([])
  })
})
