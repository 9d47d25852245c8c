import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, checkIdentity, holdsIdentityNumber, holdsOwnReserveNumber } from '#domain/episode/identity-number.ts'
import type { Identity } from '#schemas/episode.ts'
import { aNationalReserveNumber } from '../../support/reserve-numbers.ts'
import { runs } from '../../support/runs.ts'
import { aTestNumber, withWrongCheckDigit } from '../../support/test-numbers.ts'

const check = (type: Identity['type'], value: string) => checkIdentity({ type, value })

describe('a personnummer', () => {
  it.each([
    ['194910029802', '1949-10-02'],
    ['19491002-9802', '1949-10-02'],
    ['189001019802', '1890-01-01'],
    [aTestNumber('20200229', '239'), '2020-02-29'],
    [aTestNumber('20001231', '999'), '2000-12-31'],
  ])('%s tells the day of birth', (value, bornOn) => {
    expect(check('personnummer', value)).toEqual({ ok: true, normal: value.replace('-', ''), bornOn })
  })

  it.each([
    '4910029802',
    '491002-9802',
    '194910029802 ',
    'x194910029802',
    '1949-1002-9802',
    '19491002--9802',
    '19491002+9802',
    '174910029802',
    '214910029802',
    '1949100298O2',
    '',
  ])('is not written %j', (value) => {
    expect(check('personnummer', value)).toEqual({ ok: false, fault: 'unknown-identity-format' })
  })

  it.each(['19491302', '19490002', '19491000', '19490431', '20210229', '19000229', '19491062'])(
    'has no birth date %s',
    (date) => {
      expect(check('personnummer', aTestNumber(date))).toEqual({ ok: false, fault: 'no-such-date' })
    },
  )

  it('needs the one last digit that checks', () => {
    const [right, ...wrong] = Array.from({ length: 10 }, (_, step) => `19491002980${(2 + step) % 10}`)

    expect(check('personnummer', right ?? '').ok).toBe(true)
    for (const value of wrong) expect(check('personnummer', value)).toEqual({ ok: false, fault: 'check-digit' })
  })

  it('is checked on all ten of its last digits', () => {
    const number = aTestNumber('19491002', '238')
    const swapped = `${number.slice(0, 8)}${number[9]}${number[8]}${number.slice(10)}`

    expect(check('personnummer', swapped)).toEqual({ ok: false, fault: 'check-digit' })
  })
})

describe('a samordningsnummer', () => {
  it('has 60 added to the day of birth', () => {
    expect(check('samordningsnummer', aTestNumber('19701063'))).toMatchObject({ ok: true, bornOn: '1970-10-03' })
    expect(check('samordningsnummer', aTestNumber('19700191'))).toMatchObject({ ok: true, bornOn: '1970-01-31' })
    expect(check('samordningsnummer', aTestNumber('19701291'))).toMatchObject({ ok: true, bornOn: '1970-12-31' })
    expect(check('samordningsnummer', aTestNumber('20200289'))).toMatchObject({ ok: true, bornOn: '2020-02-29' })
  })

  it.each(['19700063', '19701060', '19700060', '19700091'])('%s leaves the day of birth open', (date) => {
    const number = aTestNumber(date)

    expect(check('samordningsnummer', number)).toEqual({ ok: true, normal: number, bornOn: undefined })
  })

  it.each(['19701003', '19700003', '19701059', '19701363', '19701360', '19700492', '19700092', '19700491', '20210289'])(
    'cannot hold the date %s',
    (date) => {
      expect(check('samordningsnummer', aTestNumber(date))).toEqual({ ok: false, fault: 'no-such-date' })
    },
  )

  it('is no personnummer, and the other way about', () => {
    expect(check('personnummer', aTestNumber('19701063')).ok).toBe(false)
    expect(check('samordningsnummer', aTestNumber('19701003')).ok).toBe(false)
  })

  it('is checked by its last digit too', () => {
    expect(check('samordningsnummer', withWrongCheckDigit(aTestNumber('19701063')))).toMatchObject({
      fault: 'check-digit',
    })
  })
})

describe('a reservnummer', () => {
  it('is ten to twelve letters and digits, hyphens aside, in capitals', () => {
    expect(check('reservnummer', '99abc-12345')).toEqual({ ok: true, normal: '99ABC12345', bornOn: undefined })
    expect(check('reservnummer', 'SLL2020A0001')).toMatchObject({ ok: true, normal: 'SLL2020A0001' })
  })

  it('does not tell the day of birth, not where its date is known', () => {
    const number = aNationalReserveNumber('000101')

    expect(check('reservnummer', number)).toEqual({ ok: true, normal: number, bornOn: undefined })
  })

  it.each([
    aTestNumber('19491002'),
    aTestNumber('19491002').slice(2),
    `${aTestNumber('19491002').slice(2, 8)}-${aTestNumber('19491002').slice(8)}`,
    aTestNumber('20000229').slice(2),
    aTestNumber('19701063'),
    aTestNumber('19700063'),
    aTestNumber('19701060'),
    aTestNumber('19700060'),
    aTestNumber('19700060').slice(2),
  ])('is not %s, which is a number of another type', (value) => {
    expect(check('reservnummer', value)).toEqual({ ok: false, fault: 'number-of-another-type' })
  })

  it('may be all digits that no number of another type can be', () => {
    expect(check('reservnummer', withWrongCheckDigit(aTestNumber('19491002'))).ok).toBe(true)
    expect(check('reservnummer', aTestNumber('19491332')).ok).toBe(true)
    expect(check('reservnummer', aTestNumber('17491002')).ok).toBe(true)
    expect(check('reservnummer', `${aTestNumber('19491002').slice(2)}0`).ok).toBe(true)
  })

  it('is refused as the national form has it', () => {
    expect(check('reservnummer', withWrongCheckDigit(aNationalReserveNumber('000101')))).toEqual({
      ok: false,
      fault: 'check-digit',
    })
  })

  it.each(['99ABC1234', 'ABCDEFGHIJKLM', '99ABC 12345', '99ÅBC12345', '----------'])('is not %j', (value) => {
    expect(check('reservnummer', value)).toEqual({ ok: false, fault: 'unknown-identity-format' })
  })
})

describe('an identity number in a text', () => {
  const number = aTestNumber('19491002', '239')
  const short = number.slice(2)
  const coordination = aTestNumber('19701063')

  it.each([
    number,
    `${number.slice(0, 8)}-${number.slice(8)}`,
    short,
    `${short.slice(0, 6)}-${short.slice(6)}`,
    `${short.slice(0, 6)}+${short.slice(6)}`,
    `case${number}b`,
    `no. ${short}, ward 4`,
    `7${number}7`,
    `7${short}7`,
    `${number.slice(0, 8)} ${number.slice(8)}`,
    `${short.slice(0, 6)}.${short.slice(6)}`,
    coordination,
    coordination.slice(2),
    aTestNumber('20200229'),
    aTestNumber('20200229').slice(2),
    aTestNumber('20000229').slice(2),
    aTestNumber('19700063'),
    // as editors and other keyboards write it
    `${short.slice(0, 6)}\u2013${short.slice(6)}`,
    `${short.slice(0, 6)} - ${short.slice(6)}`,
    `${number.slice(0, 8)}\u2011${number.slice(8)}`,
    `${number.slice(0, 8)}\u00a0${number.slice(8)}`,
    `${short.slice(0, 6)}\u2212${short.slice(6)}`,
    `${short.slice(0, 6)}-\u00ad${short.slice(6)}`,
    [...short].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
  ])('is found in %j', (text) => {
    expect(holdsIdentityNumber(text)).toBe(true)
  })

  it.each([
    '',
    'SE2321000016-15CQ',
    'SE2321000024-0001',
    'lsp-2020-004711',
    'Avd 4, sal 12',
    '2020-03-04',
    '123456789',
    withWrongCheckDigit(number),
    withWrongCheckDigit(short),
    `${short.slice(0, 5)} / ${short.slice(5)}`,
    // a date and a running number, as ids are made, one in ten of which has the right check digit
    `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}-${number.slice(8)}`,
  ])('is not found in %j', (text) => {
    expect(holdsIdentityNumber(text)).toBe(false)
  })

  it('is found wherever it stands, for every date', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, fc.constantFrom('', 'A-', 'x'), fc.constantFrom('', '/1', 'y'), (born, before, after) => {
        const value = aTestNumber(born.toISOString().slice(0, 10).replaceAll('-', ''), '981')

        expect(holdsIdentityNumber(before + value + after)).toBe(true)
        expect(holdsIdentityNumber(before + value.slice(2) + after)).toBe(true)
      }),
      { numRuns: runs(1_000) },
    )
  })
})

describe('the reservnummer of a patient in a text', () => {
  const value = '99AB-c12345'
  const holds = (text: string, identity: Identity = { type: 'reservnummer', value }) =>
    holdsOwnReserveNumber(text, identity)

  it.each(['99ABC12345', 'no. 99abc-12345, ward 4', '99ABC.12345', '99 AB C1-2345', 'x99abc123456'])(
    'is found in %j',
    (text) => {
      expect(holds(text)).toBe(true)
    },
  )

  it.each(['', '99ABC1234', '99ABC/12345', 'lsp-2020-004711'])('is not found in %j', (text) => {
    expect(holds(text)).toBe(false)
  })

  it('is not sought where there is none', () => {
    const personnummer = aTestNumber('19491002')

    expect(holds(personnummer, { type: 'personnummer', value: personnummer })).toBe(false)
    expect(holds('-', { type: 'reservnummer', value: '-' })).toBe(false)
  })
})

describe('age', () => {
  it.each([
    ['1955-03-04', '2020-03-03', 64],
    ['1955-03-04', '2020-03-04', 65],
    ['1955-03-04', '2021-03-03', 65],
    ['1955-12-31', '2020-01-01', 64],
    ['2020-03-04', '2020-03-04', 0],
  ])('of one born on %s is on %s %i', (bornOn, date, age) => {
    expect(ageOn(bornOn, date)).toBe(age)
  })

  it('of one born on 29 February changes on the last of February in a common year', () => {
    expect(ageOn('1956-02-29', '2021-02-27')).toBe(64)
    expect(ageOn('1956-02-29', '2021-02-28')).toBe(65)
    expect(ageOn('1956-02-29', '2020-02-28')).toBe(63)
    expect(ageOn('1956-02-29', '2020-02-29')).toBe(64)
  })

  it('is not known before birth', () => {
    expect(ageOn('2020-03-05', '2020-03-04')).toBeUndefined()
    expect(ageOn('2021-01-01', '2020-12-31')).toBeUndefined()
  })
})
