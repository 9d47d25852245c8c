import { describe, expect, it } from 'vitest'
import { calculation } from '#domain/liability/calculation.ts'
import { fraction } from '#domain/money/fraction.ts'

const told = { text: { sv: 'Ett tal', en: 'A number' }, unit: 'days' } as const

const reckoned = (
  operation: Parameters<ReturnType<typeof calculation>['reckon']>[1],
  ...values: (number | undefined)[]
) => {
  const steps = calculation()
  const ids = values.map((value, index) => {
    steps.given(`n${index}`, value === undefined ? undefined : fraction(value), told)
    return `n${index}`
  })
  return steps.reckon('result', operation, ids, { ...told, rounding: { decimals: 0, mode: 'half-up' } })
}

describe('a step', () => {
  it.each([
    ['add', [7, 2, 1], fraction(10)],
    ['subtract', [7, 2, 1], fraction(4)],
    ['multiply', [7, 2, 3], fraction(42)],
    ['divide', [7, 2], fraction(7, 2)],
    ['round', [7], fraction(7)],
    ['compare', [7, 2], fraction(1)],
    ['compare', [2, 2], fraction(0)],
    ['compare', [1, 2], fraction(0)],
  ] as const)('%s on %j gives what it says', (operation, values, result) => {
    expect(reckoned(operation, ...values)).toEqual(result)
  })

  it.each(['add', 'subtract', 'multiply', 'divide', 'round', 'compare'] as const)(
    '%s gives nothing while a number is not known',
    (operation) => {
      expect(reckoned(operation, undefined)).toBeUndefined()
      expect(reckoned(operation, 7, undefined)).toBeUndefined()
      expect(reckoned(operation, undefined, 7)).toBeUndefined()
    },
  )

  it('divides nothing by zero', () => {
    expect(reckoned('divide', 7, 0)).toBeUndefined()
    expect(reckoned('divide', 0, 7)).toEqual(fraction(0))
  })

  it('rounds to so many decimals as it says, and to whole numbers where it does not', () => {
    const steps = calculation()
    steps.given('two-thirds', fraction(2, 3), told)

    expect(steps.reckon('whole', 'round', ['two-thirds'], told)).toEqual(fraction(1))
    expect(
      steps.reckon('hundredths', 'round', ['two-thirds'], { ...told, rounding: { decimals: 2, mode: 'half-up' } }),
    ).toEqual(fraction(67, 100))
  })

  it('keeps where its numbers come from', () => {
    const steps = calculation()
    steps.given('seven', fraction(7), { ...told, cites: 'a paragraph' })
    steps.reckon('double', 'add', ['seven', 'seven'], told)

    expect(steps.steps()).toEqual([
      {
        id: 'seven',
        operation: 'given',
        operands: [{ name: 'seven', value: fraction(7) }],
        exact: fraction(7),
        cites: 'a paragraph',
        ...told,
      },
      {
        id: 'double',
        operation: 'add',
        operands: Array(2).fill({ name: 'seven', value: fraction(7), step: 'seven' }),
        exact: fraction(14),
        ...told,
      },
    ])
  })
})
