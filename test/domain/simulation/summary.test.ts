import { describe, expect, it } from 'vitest'
import { fraction } from '#domain/money/fraction.ts'
import type { ComparedUnitMonth } from '#domain/simulation/compare-unit-month.ts'
import { addToSummary, emptySummary, mergeSummaries } from '#domain/simulation/summary.ts'

const sum = (days: number) => ({ days: fraction(days, 3), ore: BigInt(days) * 100n })
const figures = (days: number) => ({ ...sum(days), episodes: 1, liable: days > 0, missing: [] })

const aRow = (changes: Partial<ComparedUnitMonth> = {}): ComparedUnitMonth => ({
  municipality: '0162',
  district: undefined,
  month: '2020-03',
  was: figures(0),
  is: figures(5),
  delta: sum(5),
  crossing: 'becomes-liable',
  attribution: [
    { parameter: 'model.charge', ...sum(7) },
    { parameter: 'model.level', ...sum(-2) },
  ],
  ...changes,
})

const unknown = aRow({
  is: { ...figures(5), ore: undefined },
  delta: undefined,
  crossing: undefined,
  attribution: undefined,
})

describe('a summary', () => {
  it('sums what is known, and counts what is not', () => {
    const other = aRow({
      was: figures(2),
      is: figures(3),
      delta: sum(1),
      crossing: undefined,
      attribution: [{ parameter: 'model.level', ...sum(1) }],
    })

    expect(addToSummary(emptySummary, [aRow(), unknown, other])).toEqual({
      unitMonths: 3,
      unknown: 1,
      was: sum(2),
      is: sum(8),
      delta: sum(6),
      crossings: [{ municipality: '0162', district: undefined, month: '2020-03', crossing: 'becomes-liable' }],
      attribution: [
        { parameter: 'model.charge', ...sum(7) },
        { parameter: 'model.level', ...sum(-1) },
      ],
    })
  })

  it('counts a unit without episodes on one side as owing nothing there', () => {
    const row = aRow({ was: undefined, is: figures(5) })

    expect(addToSummary(emptySummary, [row])).toMatchObject({ unknown: 0, was: sum(0), is: sum(5) })
  })

  it('is the same whether its months are added together or apart', () => {
    const together = addToSummary(emptySummary, [aRow(), unknown, aRow()])
    const apart = mergeSummaries(addToSummary(emptySummary, [aRow()]), addToSummary(emptySummary, [unknown, aRow()]))

    expect(apart).toEqual(together)
  })
})
