import { describe, expect, it } from 'vitest'
import { determineLevel, formulaOf, type LevelFormula } from '#domain/liability/determine-level.ts'
import { fraction } from '#domain/money/fraction.ts'

const formula: LevelFormula = {
  measure: 'mean-ready-days',
  dayZero: 'included',
  from: '2020-01-01',
  until: '2020-10-31',
  decimals: 4,
  mode: 'half-up',
}
const stays = (...readyDays: readonly number[]) => readyDays.map((days) => ({ on: '2020-05-04', readyDays: days }))

describe('a determined level', () => {
  it('is the exact mean of the ready days, and the same rounded to the decimals of its formula', () => {
    expect(determineLevel(formula, stays(0, 1, 3))).toEqual({
      value: fraction(4, 3),
      rounded: fraction(13_333, 10_000),
      episodes: 3,
      readyDays: 4,
    })
  })

  it('rounds a half in the last place up', () => {
    const oneIn32 = stays(1, ...Array.from({ length: 31 }, () => 0))

    expect(determineLevel(formula, oneIn32)?.rounded).toEqual(fraction(313, 10_000))
    expect(determineLevel({ ...formula, decimals: 5 }, oneIn32)?.rounded).toEqual(fraction(3_125, 100_000))
    expect(determineLevel({ ...formula, decimals: 0 }, stays(1, 2))?.rounded).toEqual(fraction(2))
  })

  it('counts the first and the last day of its time, and no other', () => {
    const days = ['2019-12-31', '2020-01-01', '2020-10-31', '2020-11-01']
    const doubling = days.map((on, index) => ({ on, readyDays: 2 ** index }))

    expect(determineLevel(formula, doubling)).toMatchObject({ episodes: 2, readyDays: 2 + 4 })
  })

  it('leaves day zero out only where the formula says so', () => {
    expect(determineLevel(formula, stays(0, 0, 3))).toMatchObject({ value: fraction(1), episodes: 3 })
    expect(determineLevel({ ...formula, dayZero: 'excluded' }, stays(0, 0, 3))).toMatchObject({
      value: fraction(3),
      episodes: 1,
    })
  })

  it('is none without a stay that counts, and zero where all left on day zero', () => {
    expect(determineLevel(formula, [])).toBeUndefined()
    expect(determineLevel(formula, [{ on: '2021-01-01', readyDays: 3 }])).toBeUndefined()
    expect(determineLevel({ ...formula, dayZero: 'excluded' }, stays(0, 0))).toBeUndefined()
    expect(determineLevel(formula, stays(0, 0))?.value).toEqual(fraction(0))
  })
})

describe('the formula of a level', () => {
  it('is found where the level is determined, or the least of something determined', () => {
    expect(formulaOf({ determined: formula })).toBe(formula)
    expect(formulaOf({ least: ['2.0', { determined: formula }] })).toBe(formula)
  })

  it('is none where the level is a number, or the least of numbers', () => {
    expect(formulaOf('2.0')).toBeUndefined()
    expect(formulaOf({ least: ['2.0', '3.0'] })).toBeUndefined()
  })
})
