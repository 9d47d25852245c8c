import { describe, expect, it } from 'vitest'
import { fraction } from '#domain/money/fraction.ts'
import { attributionOf } from '#domain/simulation/attribution.ts'

const sum = (days: number) => ({ days: fraction(days), ore: BigInt(days) * 100n })

describe('an attribution', () => {
  it('gives each change its own step, and leaves out the steps of nothing', () => {
    const steps = [
      { parameter: 'a', sum: sum(5) },
      { parameter: 'b', sum: sum(5) },
      { parameter: 'c', sum: sum(3) },
    ]

    expect(attributionOf(sum(2), steps)).toEqual([
      { parameter: 'a', ...sum(3) },
      { parameter: 'c', days: fraction(-2), ore: -200n },
    ])
  })

  it('joins the changes between which nothing is known', () => {
    const steps = [
      { parameter: 'a', sum: undefined },
      { parameter: 'b', sum: sum(5) },
    ]

    expect(attributionOf(sum(2), steps)).toEqual([{ parameter: 'a + b', ...sum(3) }])
  })

  it('is not known while an end is not', () => {
    expect(attributionOf(undefined, [{ parameter: 'a', sum: sum(5) }])).toBeUndefined()
    expect(attributionOf(sum(5), [{ parameter: 'a', sum: undefined }])).toBeUndefined()
  })

  it('of no change is empty', () => {
    expect(attributionOf(sum(5), [])).toEqual([])
  })
})
