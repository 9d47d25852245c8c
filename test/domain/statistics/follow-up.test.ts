import { describe, expect, it } from 'vitest'
import { followUp } from '#domain/statistics/follow-up.ts'

const closedAt = (month: string, at: string) =>
  followUp({ windows: [7, 30] }, month, at).map(({ isClosed }) => isClosed)

describe('the follow-up of a month', () => {
  it('ends so many days after the last day of the month', () => {
    expect(followUp({ windows: [7, 30] }, '2020-02', '2020-03-01T00:00:00Z')).toEqual([
      { days: 7, lastDay: '2020-03-07', isClosed: false },
      { days: 30, lastDay: '2020-03-30', isClosed: false },
    ])
  })

  it.each([
    ['2020-01', '2020-02-07T22:59:59.999Z', [false, false]],
    ['2020-01', '2020-02-07T23:00:00.000Z', [true, false]],
    ['2020-01', '2020-03-01T22:59:59.999Z', [true, false]],
    ['2020-01', '2020-03-01T23:00:00.000Z', [true, true]],
    ['2020-06', '2020-07-07T21:59:59.999Z', [false, false]],
    ['2020-06', '2020-07-07T22:00:00.000Z', [true, false]],
  ])('of %s at %s has closed %j, by the date in Sweden', (month, at, expected) => {
    expect(closedAt(month, at)).toEqual(expected)
  })
})
