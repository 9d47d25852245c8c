import { describe, expect, it } from 'vitest'
import { refusalBy, refused } from '../support/a-refusal.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'
import { aNationalReserveNumber } from '../support/reserve-numbers.ts'
import { aTestNumber, withWrongCheckDigit } from '../support/test-numbers.ts'

const service = aSharedService()
const refusal = refusalBy(service)

const body = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' })
const withPatient = (patient: object) => ({ ...body, patient: { ...body.patient, ...patient } })

const person = aTestNumber('19491002')
const reserve = aNationalReserveNumber('000101')
const coordinated = aTestNumber('19491062')

type Case = readonly [name: string, identity: { readonly type: string; readonly value: string }, rule: string]

const identities: readonly Case[] = [
  ['a personnummer', { type: 'personnummer', value: withWrongCheckDigit(person) }, 'check-digit'],
  ['a samordningsnummer', { type: 'samordningsnummer', value: withWrongCheckDigit(coordinated) }, 'check-digit'],
  ['ten digits', { type: 'personnummer', value: person.slice(2) }, 'unknown-identity-format'],
  ['letters', { type: 'personnummer', value: `${person.slice(0, 11)}X` }, 'unknown-identity-format'],
  ['another century', { type: 'personnummer', value: `17${person.slice(2)}` }, 'unknown-identity-format'],
  ['a day that is not', { type: 'personnummer', value: aTestNumber('20210229') }, 'no-such-date'],
  ['a month that is not', { type: 'samordningsnummer', value: aTestNumber('19491362') }, 'no-such-date'],
  ['a samordningsnummer as a personnummer', { type: 'personnummer', value: coordinated }, 'no-such-date'],
  ['a personnummer as a samordningsnummer', { type: 'samordningsnummer', value: person }, 'no-such-date'],
  ['a reservnummer too short', { type: 'reservnummer', value: '99AB12345' }, 'unknown-identity-format'],
  ['a reservnummer too long', { type: 'reservnummer', value: '99AB123456789' }, 'unknown-identity-format'],
  ['a reservnummer of other characters', { type: 'reservnummer', value: '99ÅÄ12345678' }, 'unknown-identity-format'],
  ['a personnummer as a reservnummer', { type: 'reservnummer', value: person }, 'number-of-another-type'],
  ['ten digits of one', { type: 'reservnummer', value: person.slice(2) }, 'number-of-another-type'],
  ['a samordningsnummer as a reservnummer', { type: 'reservnummer', value: coordinated }, 'number-of-another-type'],
  ['a national reservnummer', { type: 'reservnummer', value: withWrongCheckDigit(reserve) }, 'check-digit'],
  [
    'a national reservnummer of no date',
    { type: 'reservnummer', value: aNationalReserveNumber('000230') },
    'no-such-date',
  ],
  [
    'a national reservnummer with an O for a nought',
    { type: 'reservnummer', value: aNationalReserveNumber('000101', 'ZZO') },
    'letter-not-used',
  ],
]

const places: readonly (readonly [pointer: string, patient: object, rule: string])[] = [
  ['/patient/registeredMunicipality', { registeredMunicipality: '0199' }, 'unknown-municipality'],
  ['/patient/registeredMunicipality', { registeredMunicipality: '136' }, 'unknown-municipality'],
  ['/patient/registeredMunicipality', { registeredMunicipality: 136 }, 'wrong-type'],
  ['/patient/placedByMunicipality', { placedByMunicipality: '0199' }, 'unknown-municipality'],
  [
    '/patient/registeredDistrict',
    { registeredMunicipality: '0180', registeredDistrict: '0180-gamla-stan' },
    'unknown-district',
  ],
  ['/patient/placedByDistrict', { placedByMunicipality: '0180', placedByDistrict: 'farsta' }, 'unknown-district'],
  ['/patient/registeredDistrict', { registeredDistrict: '0180-farsta' }, 'district-outside-stockholm'],
  [
    '/patient/placedByDistrict',
    { placedByMunicipality: '0136', placedByDistrict: '0180-farsta' },
    'district-outside-stockholm',
  ],
]

const texts: readonly (readonly [pointer: string, name: string, sent: object])[] = [
  ['/caseNumber', 'a personnummer', { caseNumber: person }],
  ['/caseNumber', 'ten digits of one', { caseNumber: `LSP ${person.slice(2)}/1` }],
  ['/caseNumber', 'one with a hyphen', { caseNumber: `ref-${person.slice(0, 8)}-${person.slice(8)}` }],
  [
    '/caseNumber',
    'one with a plus, of someone over a hundred',
    { caseNumber: `${person.slice(2, 8)}+${person.slice(8)}` },
  ],
  ['/caseNumber', 'one among other digits', { caseNumber: `77${person}77` }],
  ['/caseNumber', 'a samordningsnummer', { caseNumber: coordinated }],
  ['/ward', 'a personnummer', { ward: `SE2321000016-X${person}` }],
  ['/hospital', 'a personnummer', { hospital: `SE2321000016-X${person}` }],
]

describe('an episode is refused, and nothing of it is kept,', () => {
  it.each(identities)('when the identity is wrong: %s', async (_, identity, rule) => {
    expect(await refusal(withPatient({ identity }))).toEqual(refused('/patient/identity/value', rule))
  })

  it.each(identities)('without a word of the number: %s', async (_, identity) => {
    const { errors } = await refusal(withPatient({ identity }))

    expect(JSON.stringify(errors)).not.toContain(identity.value.slice(2))
  })

  it('when a text or its id holds the reservnummer of its patient', async () => {
    const identity = { type: 'reservnummer', value: reserve }
    const { status, body: problem } = await service().put(
      'hospital-01',
      `/v1/episodes/01~a-${reserve.toLowerCase()}`,
      withPatient({ identity }),
    )

    expect([status, problem.errors]).toMatchObject([422, [{ pointer: '{episode}', rule: 'id-holds-identity-number' }]])
    expect(await refusal({ ...withPatient({ identity }), caseNumber: `LSP ${reserve}` })).toEqual(
      refused('/caseNumber', 'identity-number-in-text'),
    )
  })

  it.each(places)('at %s for %j', async (pointer, patient, rule) => {
    expect(await refusal(withPatient(patient))).toEqual(refused(pointer, rule))
  })

  it.each(texts)('at %s when it holds %s', async (pointer, _, sent) => {
    expect(await refusal({ ...body, ...sent })).toEqual(refused(pointer, 'identity-number-in-text'))
  })

  it('with every fault at once', async () => {
    const { errors } = await refusal({
      ...withPatient({ registeredDistrict: '0180-farsta' }),
      admission: { at: '2020-03-05T08:00:00Z' },
      caseNumber: person,
    })

    expect(errors).toMatchObject([
      { pointer: '/readiness/0/noticeSentAt', rule: 'time-order' },
      { pointer: '/patient/registeredDistrict', rule: 'district-outside-stockholm' },
      { pointer: '/caseNumber', rule: 'identity-number-in-text' },
    ])
  })
})
