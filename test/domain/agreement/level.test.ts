import { describe, expect, it } from 'vitest'
import { levelValue } from '#domain/agreement/level.ts'
import { parseDecimal } from '#domain/money/decimal.ts'
import type { Level } from '#schemas/rule-file/model.ts'
import { aCatalog } from '../../support/a-catalog.ts'

const reference = { agreement: 'tested', stage: '2', version: '1', sha256: '' }
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
const missing = { known: false, missing: 'determination tested stage 2' }

const the = (level: Level, value?: string) =>
  levelValue(
    level,
    reference,
    aCatalog([], {
      determinations:
        value === undefined
          ? []
          : [{ agreement: 'tested', stage: '2', value: parseDecimal(value), source: 'the data' }],
    }),
  )

describe('a level', () => {
  it('that is a number is shown as it is written', () => {
    expect(the('2.0')).toEqual({ known: true, value: parseDecimal('2'), shown: '2.0' })
    expect(the('1.30')).toMatchObject({ shown: '1.30' })
  })

  it('that is determined from data is not known before that is done', () => {
    expect(the(determined)).toEqual(missing)
  })

  it('that has been determined says from what', () => {
    expect(the(determined, '1.75')).toEqual({
      known: true,
      value: parseDecimal('1.75'),
      shown: '1.7500',
      source: 'the data',
    })
  })

  it('that is the least of several is the least, wherever it stands', () => {
    expect(the({ least: [determined, '2.0'] }, '1.9')).toMatchObject({ shown: '1.9000', source: 'the data' })
    expect(the({ least: [determined, '2.0'] }, '2.1')).toEqual({
      known: true,
      value: parseDecimal('2'),
      shown: '2.0',
    })
    expect(the({ least: ['2.0', '1.3', '1.5'] })).toMatchObject({ shown: '1.3' })
    expect(the({ least: ['1.3', '2.0'] })).toMatchObject({ shown: '1.3' })
  })

  it('that is the least of several needs them all', () => {
    expect(the({ least: [determined, '2.0'] })).toEqual(missing)
    expect(the({ least: ['2.0', determined] })).toEqual(missing)
    expect(the({ least: ['2.0', determined, '0.1'] })).toEqual(missing)
  })

  it('shows the first of equals', () => {
    expect(the({ least: [determined, '2.0'] }, '2.0')).toMatchObject({ shown: '2.0000' })
  })
})
