import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON, type Told } from '../support/an-episode.ts'
import { aNationalReserveNumber } from '../support/reserve-numbers.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const service = aSharedService()
const freshId = freshIds()

const stored = async (told: Told, region = '01') => {
  const id = region === '01' ? freshId() : `${region}~${freshId().slice(3)}`
  await service().put(`hospital-${region}`, `/v1/episodes/${id}`, anEpisode(told))
  return service().get(`region-${region}`, `/v1/episodes/${id}`)
}

const stay: Told = { ready: '2020-03-04 10:00', out: '2020-03-09 11:00' }
const of = (type: string, value: string): Told => ({ body: { patient: { identity: { type, value } } } })

describe('an episode that is read', () => {
  it('has every property that was sent, with instants in UTC', async () => {
    const body = {
      sourceUpdatedAt: '2020-03-09T11:05:00+01:00',
      hospital: 'SE2321000016-15CQ',
      careType: 'somatic',
      patient: { identity: TEST_PERSON, registeredMunicipality: '0136', protectedIdentity: true },
      admission: { at: '2020-03-01T14:05:00+01:00', planned: false },
      admissionNoticeSentAt: '2020-03-02T08:00:00+01:00',
      lengthOfStayEstimateSentAt: '2020-03-02T08:00:00+01:00',
      readiness: [{ noticeSentAt: '2020-03-04T10:00:00+01:00', withdrawnAt: null }],
      planning: { needed: true, calledAt: '2020-03-05T09:00:00+01:00' },
      openCare: 'available',
      discharge: { at: '2020-03-09T11:00:00+01:00', to: 'home' },
      ward: 'SE2321000016-1A2B',
      caseNumber: 'LSP-2020-004711',
      delays: [{ from: '2020-03-05', reason: 'special-housing' }],
    }
    const id = freshId()
    await service().put('hospital-01', `/v1/episodes/${id}`, body)

    const answer = await service().get('region-01', `/v1/episodes/${id}`)

    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.body).toEqual({
      id,
      region: '01',
      revision: 1,
      recordedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[0-9:.]+Z$/),
      sourceUpdatedAt: '2020-03-09T10:05:00Z',
      hospital: 'SE2321000016-15CQ',
      careType: 'somatic',
      patient: {
        pseudonym: expect.stringMatching(/^[A-Za-z0-9_-]{32}$/),
        ageAtDischarge: 70,
        registeredMunicipality: '0136',
        protectedIdentity: true,
      },
      admission: { at: '2020-03-01T13:05:00Z', planned: false },
      admissionNoticeSentAt: '2020-03-02T07:00:00Z',
      lengthOfStayEstimateSentAt: '2020-03-02T07:00:00Z',
      readiness: [{ noticeSentAt: '2020-03-04T09:00:00Z' }],
      planning: { needed: true, calledAt: '2020-03-05T08:00:00Z' },
      openCare: 'available',
      servicesRefused: false,
      onlyRegionalOpenCare: false,
      compulsoryOpenPsychiatricCare: false,
      discharge: { at: '2020-03-09T10:00:00Z', to: 'home' },
      cancelled: false,
      ward: 'SE2321000016-1A2B',
      caseNumber: 'LSP-2020-004711',
      delays: [{ from: '2020-03-05', reason: 'special-housing' }],
    })
  })

  it('has the same pseudonym as every other episode of the person in the region', async () => {
    const [one, other] = [await stored(stay), await stored({ ready: '2021-03-04 10:00' })]

    expect(one.body.patient.pseudonym).toBe(other.body.patient.pseudonym)
  })

  it('has an unrelated pseudonym in another region, and for another person', async () => {
    const here = await stored(stay)
    const there = await stored(stay, '06')
    const another = await stored({ ...stay, ...of('personnummer', aTestNumber('19600101')) })

    expect(new Set([here, there, another].map(({ body }) => body.patient.pseudonym)).size).toBe(3)
  })

  it.each<[string, number | null, Told]>([
    ['is null while the stay is open', null, { ready: '2020-03-04 10:00' }],
    [
      'is not yet a year more on the day before the birthday',
      69,
      { ...stay, ...of('personnummer', aTestNumber('19500310')) },
    ],
    ['is a year more on the birthday', 70, { ...stay, ...of('personnummer', aTestNumber('19500309')) }],
    [
      'goes by the date in Stockholm',
      70,
      { ready: '2020-03-04 10:00', out: '2020-03-10 00:30', ...of('personnummer', aTestNumber('19500310')) },
    ],
    ['is nought for a newborn', 0, { ...stay, ...of('personnummer', aTestNumber('20200301', '239')) }],
    [
      'is known from a samordningsnummer with a date',
      70,
      { ...stay, ...of('samordningsnummer', aTestNumber('19500361')) },
    ],
    [
      'is null for a samordningsnummer without a month',
      null,
      { ...stay, ...of('samordningsnummer', aTestNumber('19500061')) },
    ],
    [
      'is null for a samordningsnummer without a day',
      null,
      { ...stay, ...of('samordningsnummer', aTestNumber('19500360')) },
    ],
    ['is null for a reservnummer', null, { ...stay, ...of('reservnummer', '99AB12345678') }],
    [
      'is null for a reservnummer with a date of birth',
      null,
      { ...stay, ...of('reservnummer', aNationalReserveNumber('500309', 'ZZ8', '49')) },
    ],
    [
      'is null when the discharge is before the birth',
      null,
      { ...stay, ...of('personnummer', aTestNumber('20210101')) },
    ],
  ])('has an age that %s', async (_, age, told) => {
    const { body } = await stored(told)

    expect(body.patient.ageAtDischarge).toBe(age)
  })

  it('is not found before it is sent, nor under an id that cannot be', async () => {
    const answers = await Promise.all(
      ['01~never-sent', '01~UPPER', 'x', '%E0%A4%A', '01~194910029802'].map((id) =>
        service().get('region-01', `/v1/episodes/${id}`),
      ),
    )

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })
})
