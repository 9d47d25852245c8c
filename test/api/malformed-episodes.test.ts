import { describe, expect, it } from 'vitest'
import { refusalBy, refused } from '../support/a-refusal.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'

const service = aSharedService()
const refusal = refusalBy(service)

const body = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' })
const patient = (given: object) => ({ ...body, patient: { ...body.patient, ...given } })

type Case = readonly [name: string, sent: unknown, pointer: string, rule: string]

const required: readonly Case[] = [
  ['sourceUpdatedAt', { ...body, sourceUpdatedAt: undefined }, '/sourceUpdatedAt', 'missing'],
  ['sourceUpdatedAt, which is null', { ...body, sourceUpdatedAt: null }, '/sourceUpdatedAt', 'missing'],
  ['hospital', { ...body, hospital: undefined }, '/hospital', 'missing'],
  ['careType', { ...body, careType: undefined }, '/careType', 'missing'],
  ['patient', { ...body, patient: undefined }, '/patient', 'missing'],
  ['patient.identity', patient({ identity: undefined }), '/patient/identity', 'missing'],
  ['patient.identity.type', patient({ identity: { value: TEST_PERSON.value } }), '/patient/identity/type', 'missing'],
  ['patient.identity.value', patient({ identity: { type: 'personnummer' } }), '/patient/identity/value', 'missing'],
  ['admission', { ...body, admission: undefined }, '/admission', 'missing'],
  ['admission.at', { ...body, admission: { planned: true } }, '/admission/at', 'missing'],
  ['noticeSentAt', { ...body, readiness: [{ withdrawnAt: null }] }, '/readiness/0/noticeSentAt', 'missing'],
  ['discharge.at', { ...body, discharge: { to: 'home' } }, '/discharge/at', 'missing'],
  ['discharge.to', { ...body, discharge: { at: '2020-03-09T10:00:00Z' } }, '/discharge/to', 'missing'],
  ['delays.from', { ...body, delays: [{ reason: 'other' }] }, '/delays/0/from', 'missing'],
]

const values: readonly Case[] = [
  ['careType', { ...body, careType: 'dental' }, '/careType', 'not-one-of'],
  [
    'identity.type',
    patient({ identity: { ...TEST_PERSON, type: 'passport' } }),
    '/patient/identity/type',
    'not-one-of',
  ],
  ['openCare', { ...body, openCare: 'yes' }, '/openCare', 'not-one-of'],
  ['discharge.to', { ...body, discharge: { at: '2020-03-09T10:00:00Z', to: 'work' } }, '/discharge/to', 'not-one-of'],
  ['delays.reason', { ...body, delays: [{ from: '2020-03-05', reason: 'weather' }] }, '/delays/0/reason', 'not-one-of'],
  ['planning.needed', { ...body, planning: { needed: 'yes' } }, '/planning/needed', 'wrong-type'],
  ['cancelled', { ...body, cancelled: 'false' }, '/cancelled', 'wrong-type'],
  ['readiness', { ...body, readiness: {} }, '/readiness', 'wrong-type'],
  ['hospital', { ...body, hospital: 'Danderyds sjukhus' }, '/hospital', 'wrong-form'],
  ['ward', { ...body, ward: '1A2B' }, '/ward', 'wrong-form'],
  ['caseNumber', { ...body, caseNumber: 'x'.repeat(101) }, '/caseNumber', 'too-long'],
  ['a delay’s date', { ...body, delays: [{ from: '2021-02-29', reason: 'other' }] }, '/delays/0/from', 'not-a-date'],
  [
    'an instant without an offset',
    { ...body, sourceUpdatedAt: '2020-03-09T11:00:00' },
    '/sourceUpdatedAt',
    'wrong-form',
  ],
  ['an instant without seconds', { ...body, sourceUpdatedAt: '2020-03-09T11:00Z' }, '/sourceUpdatedAt', 'wrong-form'],
  ['a date for an instant', { ...body, sourceUpdatedAt: '2020-03-09' }, '/sourceUpdatedAt', 'wrong-form'],
  ['the hour 24', { ...body, sourceUpdatedAt: '2020-03-09T24:00:00Z' }, '/sourceUpdatedAt', 'wrong-form'],
  ['a leap second', { ...body, sourceUpdatedAt: '2016-12-31T23:59:60Z' }, '/sourceUpdatedAt', 'wrong-form'],
  [
    'an instant of a day that is not',
    { ...body, sourceUpdatedAt: '2021-02-29T11:00:00Z' },
    '/sourceUpdatedAt',
    'no-such-date',
  ],
  [
    'an instant with a zone in brackets',
    { ...body, sourceUpdatedAt: '2020-03-09T11:00:00+01:00[Europe/Stockholm]' },
    '/sourceUpdatedAt',
    'wrong-form',
  ],
  [
    'an instant before every calendar',
    { ...open(), admission: { at: '0000-01-01T00:00:00+02:00' } },
    '/admission/at',
    'wrong-form',
  ],
  ['an instant as a number', { ...body, sourceUpdatedAt: 1583748000 }, '/sourceUpdatedAt', 'wrong-type'],
]

const unknown: readonly Case[] = [
  ['of the episode', { ...body, diagnosis: 'I63' }, '', 'unknown-property'],
  ['of the patient', patient({ name: 'Tolvan' }), '/patient', 'unknown-property'],
  [
    'of the identity',
    patient({ identity: { ...TEST_PERSON, country: 'SE' } }),
    '/patient/identity',
    'unknown-property',
  ],
  ['of the admission', { ...body, admission: { ...body.admission, from: 'home' } }, '/admission', 'unknown-property'],
  [
    'of a period',
    { ...body, readiness: [{ noticeSentAt: '2020-03-04T09:00:00Z', by: 'x' }] },
    '/readiness/0',
    'unknown-property',
  ],
  ['of the planning', { ...body, planning: { neded: true } }, '/planning', 'unknown-property'],
  ['of the discharge', { ...body, discharge: { ...body.discharge, time: '' } }, '/discharge', 'unknown-property'],
  [
    'of a delay',
    { ...body, delays: [{ from: '2020-03-05', reason: 'other', days: 2 }] },
    '/delays/0',
    'unknown-property',
  ],
  ['that a GET answers', { ...body, revision: 1 }, '', 'unknown-property'],
]

function open() {
  return anEpisode({ ready: '2020-03-04 10:00' })
}

describe('an episode is refused, and nothing of it is kept,', () => {
  it.each(required)('without %s', async (_, sent, pointer, rule) => {
    expect(await refusal(sent)).toEqual(refused(pointer, rule))
  })

  it.each(values)('with a wrong value: %s', async (_, sent, pointer, rule) => {
    expect(await refusal(sent)).toEqual(refused(pointer, rule))
  })

  it.each(unknown)('with an unknown property %s', async (_, sent, pointer, rule) => {
    expect(await refusal(sent)).toEqual(refused(pointer, rule))
  })

  it.each([[[]], ['text'], [7], [null], [true]])('when it is %j', async (sent) => {
    expect((await refusal(sent)).status).toBe(422)
  })

  it('with every fault at once', async () => {
    const { errors } = await refusal({ ...body, hospital: undefined, careType: 'dental', diagnosis: 'I63' })

    expect(errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['', '/careType', '/hospital'])
  })
})
