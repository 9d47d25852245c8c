import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'
import { aNationalReserveNumber } from '../support/reserve-numbers.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const service = aSharedService({ now: () => new Date('2020-03-20T12:00:00Z') })
const freshId = freshIds()

const body = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' })
const noon = '2020-03-04T11:00:00Z'
const identity = (type: string, value: string) => ({ ...body, patient: { ...body.patient, identity: { type, value } } })
const patient = (given: object) => ({ ...body, patient: { ...body.patient, ...given } })

describe('an episode is received', () => {
  it.each<[string, unknown]>([
    [
      'with only what is required',
      {
        sourceUpdatedAt: noon,
        hospital: 'SE2321000016-15CQ',
        careType: 'somatic',
        patient: { identity: body.patient.identity },
        admission: { at: noon },
      },
    ],
    [
      'with every instant the same',
      {
        ...body,
        sourceUpdatedAt: noon,
        admission: { at: noon },
        admissionNoticeSentAt: noon,
        lengthOfStayEstimateSentAt: noon,
        readiness: [
          { noticeSentAt: noon, withdrawnAt: noon },
          { noticeSentAt: noon, withdrawnAt: null },
        ],
        planning: { calledAt: noon },
        discharge: { at: noon, to: 'home' },
      },
    ],
    ['with a last period that is withdrawn', { ...body, readiness: [{ noticeSentAt: noon, withdrawnAt: noon }] }],
    ['with an instant a day ahead', { ...body, sourceUpdatedAt: '2020-03-21T12:00:00Z' }],
    ['from a care unit whose HSA-id has digits like a number', { ...body, hospital: 'SE2321000065-0002' }],
    ['with a case number of a date and a running number', { ...body, caseNumber: 'LSP-1949-10-02-9802' }],
    [
      'with an estimate that was sent after the discharge',
      { ...body, lengthOfStayEstimateSentAt: '2020-03-10T11:00:00Z' },
    ],
    ['with nanoseconds', { ...body, sourceUpdatedAt: '2020-03-09T11:00:00.123456789Z' }],
    ['with an admission notice before the admission', { ...body, admissionNoticeSentAt: '2020-02-28T11:00:00Z' }],
    ['with a personnummer of the nineteenth century', identity('personnummer', aTestNumber('18991231'))],
    ['with a samordningsnummer', identity('samordningsnummer', aTestNumber('19491062'))],
    ['with a samordningsnummer without a month', identity('samordningsnummer', aTestNumber('19490062'))],
    ['with a samordningsnummer without a day', identity('samordningsnummer', aTestNumber('19491060'))],
    ['with a samordningsnummer without month and day', identity('samordningsnummer', aTestNumber('19490060'))],
    ['with a reservnummer of ten characters', identity('reservnummer', '99AB123456')],
    ['with a reservnummer of twelve characters', identity('reservnummer', '99AB12345678')],
    ['with a reservnummer whatever its check digit', identity('reservnummer', '991234567890')],
    ['with a reservnummer of Stockholm, whatever its check digit', identity('reservnummer', '992299999990')],
    ['with a reservnummer of Västerbotten', identity('reservnummer', '18000101-R999')],
    ['with a national reservnummer', identity('reservnummer', aNationalReserveNumber('000101'))],
    ['with a district of Stockholm', patient({ registeredMunicipality: '0180', registeredDistrict: '0180-farsta' })],
    ['with a district that has ended', patient({ registeredMunicipality: '0180', registeredDistrict: '0180-alvsjo' })],
    ['with a district that is not yet', patient({ registeredMunicipality: '0180', registeredDistrict: '0180-jarva' })],
    [
      'with a placing district of Stockholm',
      patient({ placedByMunicipality: '0180', placedByDistrict: '0180-farsta' }),
    ],
    ['with a case number of many digits', { ...body, caseNumber: '2020000047110000' }],
    ['with a hundred characters of any alphabet', { ...body, caseNumber: 'å😀'.repeat(33) }],
  ])('%s', async (_, sent) => {
    const id = freshId()

    const answer = await service().put('hospital-01', `/v1/episodes/${id}`, sent)

    expect(answer.status, answer.text).toBe(201)
    expect((await service().get('region-01', `/v1/episodes/${id}`)).body).toEqual(answer.body)
  })

  it.each(['a', '0', 'a.b-c.', 'lsp-2020-004711', 'x'.repeat(64)])('under the id %s', async (id) => {
    const answer = await service().put('hospital-01', `/v1/episodes/01~${id}`, body)

    expect(answer.status).toBe(201)
    expect(answer.body.id).toBe(`01~${id}`)
  })

  it('under an id whose tilde is written with a percent sign', async () => {
    const answer = await service().put('hospital-01', '/v1/episodes/01%7Epercent', body)

    expect(answer.body.id).toBe('01~percent')
  })
})
