import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()

const stay: Told = { ready: '2020-03-02 10:00', out: '2020-03-06 15:00' }

const episodes: Readonly<Record<string, Told>> = {
  'a-counted': { ...stay, body: { caseNumber: 'LSP-2020-004711' } },
  'b-left-out': { ...stay, openCare: 'unclear' },
  'c-undetermined': { ...stay, planning: {} },
  'd-not-ready': { out: '2020-03-06 15:00' },
  'e-open': { ready: '2020-03-02 10:00' },
  'f-cancelled': { ...stay, body: { cancelled: true } },
  'g-psychiatric': { ...stay, careType: 'psychiatric' },
  'h-april': { ready: '2020-04-02 10:00', out: '2020-04-06 15:00' },
  'i-other-unit': { ...stay, registered: '0138' },
}

const somatic = '/v1/liabilities/01~stockholm-somatic~1.1~0136~2020-03'

beforeAll(async () => {
  for (const [id, told] of Object.entries(episodes))
    await service().put('hospital-01', `/v1/episodes/01~${id}`, anEpisode(told))
})

describe('the episodes behind a liability', () => {
  it('are those counted, left out and undetermined under its rule, each with its decision', async () => {
    const { body } = await service().get('municipality-0136', `${somatic}/episodes`)

    expect(body).toMatchObject({
      episodes: [
        {
          id: '01~a-counted',
          revision: 1,
          hospital: 'SE2321000016-15CQ',
          caseNumber: 'LSP-2020-004711',
          decision: { outcome: 'in-mean' },
        },
        {
          id: '01~b-left-out',
          caseNumber: null,
          decision: { outcome: 'left-out', reasons: [{ id: 'open-care-unclear' }] },
        },
        {
          id: '01~c-undetermined',
          caseNumber: null,
          decision: { outcome: 'undetermined', missing: ['planning.needed'] },
        },
      ],
      page: 1,
      limit: 20,
      total: 3,
    })
  })

  it('have the decision that each is answered with by itself', async () => {
    const [{ body }, { body: decision }] = await Promise.all([
      service().get('region-01', `${somatic}/episodes`),
      service().get('region-01', '/v1/episodes/01~b-left-out/decision'),
    ])

    expect(body.episodes[1].decision).toEqual(decision)
  })

  it('are what the cohort counts', async () => {
    const { body } = await service().get('region-01', somatic)

    expect(body.cohort).toMatchObject({ episodes: 1, leftOut: 1, undetermined: 1 })
  })

  it('are by themselves under another rule', async () => {
    const { body } = await service().get(
      'region-01',
      '/v1/liabilities/01~stockholm-psychiatric~1.1~0136~2020-03/episodes',
    )

    expect(body.episodes.map(({ id }: { readonly id: string }) => id)).toEqual(['01~g-psychiatric'])
  })

  it('come in pages', async () => {
    const { body } = await service().get('region-01', `${somatic}/episodes?limit=2&page=2`)

    expect(body).toMatchObject({ page: 2, limit: 2, total: 3, episodes: [{ id: '01~c-undetermined' }] })
  })

  it.each([
    '01~stockholm-somatic~1.1~0136~2020-04~x',
    '01~stockholm-somatic~1.1~0136~2020-13',
    '01~stockholm-somatic~1.1~0136~2020-05',
    '01~stockholm-somatic~1.2~0136~2020-03',
    '01~stockholm-somatic~9.1~0136~2020-03',
    '01~act~1.1~0136~2020-03',
    '01~stockholm-somatic~1.1~0180-farsta~2020-03',
    '01~undetermined~0.0~unknown~2020-03',
    '06~stockholm-somatic~1.1~0136~2020-03',
    'x',
    '~~~~',
  ])('are not found, nor is the liability, under %s', async (id) => {
    const answers = await Promise.all(
      ['', '/episodes'].map((rest) => service().get('region-01', `/v1/liabilities/${id}${rest}`)),
    )

    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })
})
