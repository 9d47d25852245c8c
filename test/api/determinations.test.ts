import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'

const service = aSharedService()

const PATH = '/v1/agreements/stockholm-somatic/determinations'
const HANINGE = '0136'
const determine = (asked: object = {}) => service().post('region-01', PATH, { stage: '2', ...asked })
const put = (id: string, told: Told) => service().put('hospital-01', `/v1/episodes/01~${id}`, anEpisode(told, HANINGE))

const liabilityOf = async (month: string) => {
  const { body } = await service().get(
    'region-01',
    `/v1/liabilities?month=${month}&municipality=${HANINGE}&agreement=stockholm-somatic`,
  )
  return body.liabilities[0]
}

describe('the level of a stage', () => {
  beforeAll(async () => {
    // Stage 1: 0 and 3 ready days, a mean of 1.5; one more whose planning is not recorded.
    await put('on-day-zero', { ready: '2020-03-02 10:00', out: '2020-03-02 15:00' })
    await put('three-days', { ready: '2020-10-28 10:00', out: '2020-10-31 15:00' })
    await put('undetermined', { ready: '2020-05-04 10:00', out: '2020-05-12 15:00', planning: {} })
    // Stage 2: 4 + 0 = 4 ready days in December, the day amount 8 200.00.
    await put('december', { ready: '2020-12-07 10:00', out: '2020-12-11 15:00' })
    await put('december-too', { ready: '2020-12-07 10:00', out: '2020-12-07 15:00' })
  })

  it('is missing until it is determined', async () => {
    expect(await liabilityOf('2020-12')).toMatchObject({
      level: null,
      days: null,
      amount: null,
      missing: ['determination stockholm-somatic stage 2'],
    })
  })

  it('is not determined while an episode is undetermined, unless a reason to leave it out is given', async () => {
    const refused = await determine()
    const previewed = await determine({ preview: true, leaveOutUndetermined: 'The ward is closed.' })

    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:undetermined-episodes' } })
    expect(previewed).toMatchObject({
      status: 200,
      body: {
        value: '1.5000',
        exact: '3/2',
        episodes: 2,
        readyDays: '3',
        undetermined: 1,
        leftOutReason: 'The ward is closed.',
        preview: true,
        snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
    expect((await service().get('region-01', PATH)).body.total).toBe(0)
  })

  it('is determined once, and then decides', async () => {
    const made = await determine({ leaveOutUndetermined: 'The ward is closed.' })
    const again = await determine({ leaveOutUndetermined: 'The ward is closed.' })

    expect(made).toMatchObject({ status: 201, body: { value: '1.5000', determinedBy: 'region-01', preview: false } })
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:already-determined' } })
    // 4 ÷ 2 = 2 is above 1.5: 4 − 1.5 × 2 = 1 day of 8 200.00.
    expect(await liabilityOf('2020-12')).toMatchObject({
      level: '1.5000',
      cohort: { average: '2.0000' },
      days: '1.00',
      amount: '8200.00',
      missing: [],
    })
  })

  it('stays when late episodes come, which are reported to the region', async () => {
    const before = await service().get('region-01', PATH)
    await put('late', { ready: '2020-06-01 10:00', out: '2020-06-10 15:00' })

    const after = await service().get('region-01', PATH)
    const { body: elsewhere } = await service().get('municipality-0136', PATH)

    expect(before.body.determinations[0].now).toMatchObject({ value: '1.5000', isSame: true })
    // 0 + 3 + 9 = 12 and 12 ÷ 3 = 4, of which the stage takes at most 2.0; the determined value is as it was.
    expect(after.body.determinations).toMatchObject([
      { value: '1.5000', episodes: 2, now: { value: '4.0000', episodes: 3, readyDays: '12', isSame: false } },
    ])
    expect(elsewhere.determinations).toMatchObject([{ value: '1.5000', now: null }])
    expect(await liabilityOf('2020-12')).toMatchObject({ level: '1.5000', days: '1.00' })
  })

  it('is in the history', async () => {
    const { body } = await service().get('association-01', '/v1/agreements/stockholm-somatic/history?limit=50')

    expect(body.history).toContainEqual(
      expect.objectContaining({
        act: 'level-determined',
        by: 'region-01',
        stage: '2',
        note: expect.stringMatching(/^1\.5000; snapshot /),
      }),
    )
  })

  it('is its own region’s to determine, of a stage that has one', async () => {
    const answers = [
      await service().post('region-06', PATH, { stage: '2' }),
      await determine({ stage: '3' }),
      await service().get('region-01', '/v1/agreements/none/determinations'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 409, 404])
    expect(answers[1]?.body.type).toBe('urn:fristdag:problem:nothing-to-determine')
  })
})

describe('a level of a time that is not over', () => {
  const early = aSharedService({ now: () => new Date('2020-10-31T22:59:59Z') })

  it('is not determined', async () => {
    const answer = await early().post('region-01', PATH, { stage: '2' })

    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:period-not-over' } })
  })
})
