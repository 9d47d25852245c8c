import { describe, expect, it } from 'vitest'
import { addDays, lastOfMonth } from '#domain/calendar/civil-date.ts'
import { followUp } from '#domain/statistics/follow-up.ts'
import { scheduledMonth } from '#domain/statistics/scheduled-month.ts'

describe('the month that is published on schedule', () => {
  it.each([
    ['2020-04-13T03:00:00Z', '2020-03'],
    ['2020-01-13T04:00:00Z', '2019-12'],
    // Late in the evening of the last of March by UTC is the first of April in Stockholm.
    ['2020-03-31T22:30:00Z', '2020-03'],
  ])('at %s is the month before: %s', (at, month) => {
    expect(scheduledMonth('monthly', at)).toBe(month)
  })

  it.each([
    ['2020-05-03T03:00:00Z', '2020-03'],
    ['2020-01-03T04:00:00Z', '2019-11'],
  ])('with its readmissions, at %s, is the one before that: %s', (at, month) => {
    expect(scheduledMonth('readmissions', at)).toBe(month)
  })

  it('has all its readmissions known on the third, whatever the month', () => {
    for (let year = 2020; year < 2030; year += 1)
      for (let index = 1; index <= 12; index += 1) {
        const third = `${year}-${`${index}`.padStart(2, '0')}-03`
        const month = scheduledMonth('readmissions', `${third}T05:00:00+01:00`)

        expect(followUp({ windows: [7, 30] }, month, `${third}T05:00:00+01:00`).every(({ isClosed }) => isClosed)).toBe(
          true,
        )
        expect(addDays(lastOfMonth(month), 30) < third).toBe(true)
      }
  })

  it('has the readmissions within seven days known on the thirteenth, and not those within thirty', () => {
    const windows = followUp(
      { windows: [7, 30] },
      scheduledMonth('monthly', '2020-04-13T03:00:00Z'),
      '2020-04-13T03:00:00Z',
    )

    expect(windows.map(({ isClosed }) => isClosed)).toEqual([true, false])
  })
})
