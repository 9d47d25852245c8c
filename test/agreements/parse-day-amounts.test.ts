import { describe, expect, it } from 'vitest'
import { parseDayAmounts } from '#agreements/parse-day-amounts.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { placeIn } from '../support/a-rule-text.ts'

const shipped = shippedRules('rules').find(({ path }) => path.endsWith('day-amounts.v1.yaml'))?.yaml ?? ''
const faultsIn = (yaml: string) => {
  const parsed = parseDayAmounts(yaml)
  return parsed.ok ? [] : parsed.faults
}

describe('the national day amounts', () => {
  it('are the years whose amount is known, each with its source', () => {
    const parsed = parseDayAmounts(shipped)

    expect(parsed).toMatchObject({ ok: true })
    expect(parsed.ok && parsed.dayAmounts).toHaveLength(5)
    expect(parsed.ok && parsed.dayAmounts[0]).toEqual({
      year: 2019,
      ore: 7_800_00n,
      source: expect.stringContaining('HSLF-FS 2018:67'),
    })
  })

  it('hold a year once', () => {
    const yaml = shipped.replace('year: 2022', 'year: 2020')
    const again = placeIn(yaml.slice(yaml.indexOf('year: 2020') + 1), 'year: 2020')

    expect(faultsIn(yaml)).toMatchObject([
      {
        line: placeIn(yaml, 'year: 2020').line + again.line - 1,
        column: again.column,
        rule: 'year-doubled',
        reason: { en: '2020 already has an amount.' },
      },
    ])
  })

  it.each([
    ['"7800.00"', '7800.00', 'not-quoted'],
    ['"7800.00"', '"7800"', 'not-an-amount'],
    ['"7800.00"', '"7800.005"', 'not-an-amount'],
    ['"7800.00"', '"0.00"', 'not-an-amount'],
    ['year: 2019', 'year: 2017', 'too-small'],
    ['currency: SEK', 'currency: EUR', 'not-one-of'],
    ['confidence: inferred', 'confidence: guessed', 'not-one-of'],
  ])('with %s written as %s are refused at its line', (written, otherwise, rule) => {
    const yaml = shipped.replace(written, otherwise)

    expect(faultsIn(yaml)).toMatchObject([{ line: placeIn(yaml, otherwise).line, rule }])
  })
})
