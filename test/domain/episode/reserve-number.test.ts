import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReserveNumber } from '#domain/episode/reserve-number.ts'
import { aNationalReserveNumber } from '../../support/reserve-numbers.ts'
import { runs } from '../../support/runs.ts'

// All numbers here are made up, and nobody's: dates of the 1700s, the 1800s and the 2100s, and the last running numbers. Two
// open-source projects (tbillas/SwedishIdentifier and nwendel/PersonIdentifiers.Swedish) have five national numbers in their
// tests, which may be somebody's; their check digits are right by the same rule.

const fault = (value: string) => {
  const checked = checkReserveNumber(value)
  return checked.ok ? undefined : checked.fault
}

describe('a national reserve number', () => {
  it.each([
    // A is 65, and twice that 130: (2×2) + 4 + 1 + 1 + (1+3+0) + (6+5) + 5 = 30
    ['of the first day of the 2100s', '24000101AA05'],
    ['of the last day of a century, whose sex is not known', '24991231ZZZ6'],
    ['of a leap day', '24040229BXY5'],
    ['without a date of birth', '00999959ZZZ7'],
    ['of the first running number without a date', '00992040ZZ85'],
    ['of a leap day of 2000, in its ninth series', '47000229ZZ85'],
    ['of the last series that is checked', '49991231ZZ89'],
  ])('%s is one', (_, value) => {
    expect(checkReserveNumber(value)).toEqual({ ok: true, normal: value })
  })

  it.each([
    ['a month 13', aNationalReserveNumber('001301'), 'no-such-date'],
    ['a month 00', aNationalReserveNumber('000001'), 'no-such-date'],
    ['a day 32', aNationalReserveNumber('000132'), 'no-such-date'],
    ['a day 00', aNationalReserveNumber('000100'), 'no-such-date'],
    ['the 31st of April', aNationalReserveNumber('000431'), 'no-such-date'],
    ['a day of a samordningsnummer', aNationalReserveNumber('000161'), 'no-such-date'],
    ['the 29th of February in 1900', aNationalReserveNumber('000229', 'ZZ8', '46'), 'no-such-date'],
    ['the 29th of February in 2100', aNationalReserveNumber('000229', 'ZZ8', '48'), 'no-such-date'],
    ['a date after all where none is known', aNationalReserveNumber('991231', 'ZZ8', '00'), 'unknown-identity-format'],
    ['a running number below the first', aNationalReserveNumber('991940', 'ZZ8', '00'), 'unknown-identity-format'],
    ['a running number beside the first', aNationalReserveNumber('992039', 'ZZ8', '00'), 'unknown-identity-format'],
    ['a running number past the last', aNationalReserveNumber('999960', 'ZZ8', '00'), 'unknown-identity-format'],
    ['the next digit for the one that checks', '24000101AA06', 'check-digit'],
  ])('with %s is refused', (_, value, expected) => {
    expect(fault(value)).toBe(expected)
  })

  it.each(['I', 'O', 'Q', 'V', 'W'])('with the letter %s is refused', (letter) => {
    for (const letters of [`${letter}Z8`, `Z${letter}8`, `ZZ${letter}`])
      expect(fault(aNationalReserveNumber('000101', letters))).toBe('letter-not-used')
  })

  const series = fc.integer({ min: 8, max: 16 }).map((number) => `${number * 3}`)
  const date = fc
    .date({ min: new Date('2100-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((born) => born.toISOString().slice(2, 10).replaceAll('-', ''))
  const letter = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUXYZ')
  const letters = fc
    .tuple(letter, letter, fc.oneof(letter, fc.constantFrom(...'0123456789')))
    .map((three) => three.join(''))
  const national = fc
    .tuple(date, letters, series)
    .map(([born, three, first]) => aNationalReserveNumber(born, three, first))

  it('is accepted as it is written by the rule', () => {
    fc.assert(
      fc.property(national, (value) => {
        expect(checkReserveNumber(value)).toEqual({ ok: true, normal: value })
      }),
      { numRuns: runs(2_000) },
    )
  })

  it('is refused with another digit in the place of one, after the series', () => {
    fc.assert(
      fc.property(national, fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (value, at, more) => {
        fc.pre(/[0-9]/.test(value.charAt(at)))
        const changed = `${value.slice(0, at)}${(Number(value[at]) + more) % 10}${value.slice(at + 1)}`

        expect(checkReserveNumber(changed).ok).toBe(false)
      }),
      { numRuns: runs(2_000) },
    )
  })
})

describe('a local reserve number', () => {
  // The forms are those of HL7 Sweden, basprofiler-r4, PatientIdentifierConformancePatternSE. No check digit of theirs is
  // checked: K and three digits are Västra Götaland’s with one, and Västerbotten’s, Dalarna’s and old ones without.
  it.each([
    ['Stockholm’s, by the check digit of its positions 5 to 11', '992299999997'],
    ['Stockholm’s, by the check digit of all', '992299999993'],
    ['Västra Götaland’s', '18000101K064'],
    ['Västra Götaland’s, by another check digit', '18000101K065'],
    ['an old one of Västra Götaland', '18000101B999'],
    ['Värmland’s', '18000101SF2B'],
    ['Örebro’s', '18000101TA0A'],
    ['Skåne’s', '18000101DA0A'],
    ['Skåne’s without a century', '000101DA0A'],
    ['Blekinge’s and Sörmland’s', '18000101ZZ9Z'],
    ['Sörmland’s of an unknown date', '18500101M999'],
    ['Västernorrland’s', '18000101999R'],
    ['Västerbotten’s', '18000101R999'],
    ['Gävleborg’s', '1800010199X9'],
    ['Dalarna’s', '18000101Z999'],
    ['Halland’s and Inera’s', '179912599999'],
    ['one whose date is none', '19521399TA3C'],
    ['a running number', '99999999999'],
    ['a running number with two letters', '50999999ZZ99'],
    ['one that begins as no national one may', '21991399ZZ99'],
    ['one reserved for later', '17991399ZZ99'],
    ['one reserved for later, from the first', '01991399ZZ99'],
  ])('is accepted: %s', (_, value) => {
    expect(checkReserveNumber(value)).toEqual({ ok: true, normal: value })
  })

  it('is any ten to twelve letters and digits that do not look national', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{10,12}$/), (value) => {
        fc.pre(!/^[0234][0-9]{7}[A-Z]{2}/.test(value))

        expect(checkReserveNumber(value)).toEqual({ ok: true, normal: value })
      }),
      { numRuns: runs(2_000) },
    )
  })

  it.each([
    '24000101AA056',
    '24000101A',
    '24000101 AA05',
    '2400010ÅAA05',
    '24000101AA0５',
    '18000101ßF2',
    'ﬁ18000101',
    '',
  ])('is not %j', (value) => {
    expect(fault(value)).toBe('unknown-identity-format')
  })
})

describe('a reserve number of any form', () => {
  it('has one form, however its hyphen and its letters are written', () => {
    const number = fc.oneof(
      fc.constantFrom('18000101K064', '992299999997', '000101DA0A', '18500101M999'),
      fc.constantFrom(aNationalReserveNumber('000101'), aNationalReserveNumber('991231', 'ABC')),
    )
    fc.assert(
      fc.property(number, fc.nat(12), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (value, at, lower) => {
        const cased = [...value].map((letter, index) => (lower[index] ? letter.toLowerCase() : letter)).join('')
        const hyphened = `${cased.slice(0, at)}-${cased.slice(at)}`

        expect(checkReserveNumber(cased)).toEqual({ ok: true, normal: value })
        expect(checkReserveNumber(hyphened)).toEqual({ ok: true, normal: value })
      }),
      { numRuns: runs(1_000) },
    )
  })
})
