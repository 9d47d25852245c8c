import { describe, expect, it } from 'vitest'
import { aMonth, readyFor } from '../../support/a-month.ts'
import { aRule } from '../../support/a-rule.ts'

describe('a review', () => {
  const reviewed = aRule({ model: { kind: 'review', freeDays: 3, decidedBy: 'the joint group' } })

  it('is pending while there are candidate days, or while someone is undetermined', () => {
    expect(aMonth(reviewed, readyFor([4]))).toMatchObject({ review: 'pending', total: { ore: 1_000_00n } })
    expect(aMonth(reviewed, readyFor([1], 'undetermined')).review).toBe('pending')
  })

  it('is decided where there is nothing to decide', () => {
    expect(aMonth(reviewed, [...readyFor([3]), ...readyFor([9], 'left-out')]).review).toBe('decided')
  })

  it('is not there in any other model', () => {
    expect(aMonth(aRule({ model: { kind: 'individual', freeDays: 3 } }), readyFor([9])).review).toBeUndefined()
    expect(aMonth(aRule(), readyFor([9])).review).toBeUndefined()
  })
})

describe('the billing of a month', () => {
  const billing = [
    { from: '2020-03-15', status: 'shadow', cites: 'text#one' },
    { from: '2020-05-01', status: 'active', cites: 'text#one' },
    { from: '2020-11-02', status: 'suspended', cites: 'text#one' },
  ]

  it.each([
    ['2020-03', 'shadow'],
    ['2020-04', 'shadow'],
    ['2020-05', 'active'],
    ['2020-11', 'active'],
    ['2020-12', 'suspended'],
    ['2030-01', 'suspended'],
  ])('%s is %s: the status on its first day', (month, status) => {
    expect(aMonth(aRule({ billing }), [], { month }).billing).toBe(status)
    expect(aMonth(aRule({ billing: billing.toReversed() }), [], { month }).billing).toBe(status)
  })
})
