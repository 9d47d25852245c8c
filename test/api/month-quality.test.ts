import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'
import { closed } from '../support/closing.ts'
import { activate } from '../support/rule-editor.ts'

const service = aSharedService()

const put = (id: string, told: Told, ward?: string) =>
  service().put('hospital-17', `/v1/episodes/17~${id}`, { ...anEpisode(told, '1715'), ...(ward ? { ward } : {}) })
const stay = (told: Told = {}): Told => ({ ready: '2022-05-16 10:00', out: '2022-05-20 15:00', ...told })
const WARD = 'SE2321000016-WARD'
const MAY = { agreement: 'county-17', month: '2022-05' }

describe('the quality of a month', () => {
  it('keeps a month open below the agreement’s limit, and tells where the faults come from', async () => {
    const quality = { atLeast: '0.75' }
    const flags = [
      {
        id: 'admission-notice-late',
        cites: 'text#one',
        text: { sv: 'Meddelandet kom sent.', en: 'The notice came late.' },
        when: { fact: 'admissionNoticeDelayHours', operator: 'greaterThan', value: 24 },
      },
    ]
    const cites = { ...citesOf(anAgreement()), quality: 'text#one' }
    await activate(service(), '17', 'county-17', anAgreement({ parts: { quality, flags, cites } }))
    for (const id of ['sound', 'sound-too']) await put(id, stay())
    await put('late', stay({ admissionNotice: '2022-05-15 12:00' }), WARD)
    await put('unknown', stay({ planning: {} }))

    const { body } = await service().get('region-17', '/v1/month-quality?agreement=county-17&month=2022-05')
    const refused = await service().post('region-17', '/v1/settlements', MAY)

    // Two of four are sound.
    expect(body).toEqual({
      region: '17',
      ...MAY,
      share: '0.5000',
      limit: '0.75',
      isEnough: false,
      episodes: 4,
      faulty: 2,
      blame: [
        { hospital: 'SE2321000016-15CQ', ward: WARD, fact: 'admission-notice-late', episodes: 1 },
        { hospital: 'SE2321000016-15CQ', ward: null, fact: 'planning.needed', episodes: 1 },
      ],
    })
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:quality-too-low' } })
  })

  it('lets a month be closed from the limit on', async () => {
    await put('unknown', stay({ sourceUpdatedAt: '2022-05-21T10:00:00Z' }))

    const { body } = await service().get('region-17', '/v1/month-quality?agreement=county-17&month=2022-05')
    const settled = await closed(service(), '17', MAY)

    expect(body).toMatchObject({ share: '0.7500', isEnough: true, faulty: 1 })
    expect(settled.body.status).toBe('closed')
  })

  it('is no bar where the agreement names no limit', async () => {
    const { body } = await service().get('region-06', '/v1/month-quality?agreement=jonkoping&month=2022-05')

    expect(body).toMatchObject({ share: '1.0000', limit: null, isEnough: true, episodes: 0 })
  })

  it('is asked of an agreement that there is, by its own region', async () => {
    const answers = [
      await service().get('region-17', '/v1/month-quality?agreement=none&month=2022-05'),
      await service().get('region-17', '/v1/month-quality?agreement=county-17&month=2022-05&region=06'),
      await service().get('municipality-1715', '/v1/month-quality?agreement=county-17&month=2022-05'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})

/** The citations that an agreement has already. */
const citesOf = (yaml: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...yaml.matchAll(/^ {2}([a-zA-Z.]+): "(text#one)"$/gm)].map(([, key = '', value = '']) => [key, value]),
  )
