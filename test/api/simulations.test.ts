import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { anEpisode } from '../support/an-episode.ts'
import { stays } from '../support/hand-computed.ts'
import { activate, simulated, upload } from '../support/rule-editor.ts'

const service = aSharedService()

const [KIL, EDA, TORSBY, STORFORS] = ['1715', '1730', '1737', '1760']
const MONTH = { from: '2022-05', to: '2022-05' }

/** Level 2.5 instead of 2.0, and every day instead of the excess. */
const changed = anAgreement({ level: '2.5', charge: 'all-days' })

let done: Awaited<ReturnType<typeof simulated>>
let units: readonly Readonly<Record<string, unknown>>[]

beforeAll(async () => {
  await activate(service(), '17', 'county-17', anAgreement())
  const told = [
    ...stays([1, 3, 5], '2022-05-20').map((one) => anEpisode(one, KIL)),
    ...stays([2, 3], '2022-05-20').map((one) => anEpisode(one, EDA)),
    anEpisode({ ready: '2022-05-02 10:00', out: '2022-05-09 10:00', planning: {} }, TORSBY),
    ...stays([2], '2022-05-20').map((one) => anEpisode(one, STORFORS)),
  ]
  for (const [index, body] of told.entries()) await service().put('hospital-17', `/v1/episodes/17~s-${index}`, body)
  done = await simulated(service(), '17', { draft: changed, ...MONTH })
  units = (await service().get('region-17', `/v1/simulations/${done.body.id}/units`)).body.units
})

const unitOf = (municipality: string | undefined) => units.find((unit) => unit.municipality === municipality)

describe('a simulation', () => {
  it('tells what the candidate changes, with the paragraph behind it', () => {
    expect(done.body.changes).toEqual([
      {
        parameter: 'model.level',
        cites: 'Påhittad överenskommelse, 1 §',
        text: 'Nivån ändras från 2,0 till 2,5 dagar.',
      },
      {
        parameter: 'model.charge',
        cites: 'Påhittad överenskommelse, 1 §',
        text: expect.stringContaining('alla dagar'),
      },
    ])
    expect(done.body).toMatchObject({
      region: '17',
      candidate: { kind: 'draft', agreement: 'county-17', stage: '1', version: null },
      status: 'done',
      progress: { done: 1, total: 1 },
    })
  })

  it('shows a unit under both rules, and which change makes what of the difference', () => {
    // 1 + 3 + 5 = 9 and 9 ÷ 3 = 3. Now: 9 − 2.0 × 3 = 3 days, 3 × 9 300.00 = 27 900.00. Over 2.5 the excess would be
    // 9 − 2.5 × 3 = 1.5 days, 13 950.00; but all 9 are charged: 83 700.00.
    expect(unitOf(KIL)).toEqual({
      municipality: KIL,
      district: null,
      month: '2022-05',
      was: { episodes: 3, days: '3.00', amount: '27900.00', liable: true, missing: [] },
      is: { episodes: 3, days: '9.00', amount: '83700.00', liable: true, missing: [] },
      delta: { days: '6.00', amount: '55800.00' },
      crossing: null,
      attribution: [
        { parameter: 'model.level', days: '-1.50', amount: '-13950.00' },
        { parameter: 'model.charge', days: '7.50', amount: '69750.00' },
      ],
    })
  })

  it('shows who crosses the level', () => {
    // 2 + 3 = 5 and 5 ÷ 2 = 2.5, above 2.0 by 5 − 4 = 1 day of 9 300.00, and not above 2.5.
    expect(unitOf(EDA)).toMatchObject({
      was: { days: '1.00', amount: '9300.00', liable: true },
      is: { days: '0.00', amount: '0.00', liable: false },
      crossing: 'no-longer-liable',
      attribution: [{ parameter: 'model.level', days: '-1.00', amount: '-9300.00' }],
    })
    expect(done.body.summary.crossings).toEqual([
      { municipality: EDA, district: null, month: '2022-05', crossing: 'no-longer-liable' },
    ])
  })

  it('sums what is known, counts what is not, and its parts sum to the whole', () => {
    expect(unitOf(TORSBY)).toMatchObject({
      was: { days: null, amount: null, liable: null, missing: ['planning.needed'] },
      delta: null,
      attribution: null,
    })
    // 27 900 + 9 300 = 37 200 becomes 83 700: 46 500 more, −23 250 by the level and +69 750 by the charge.
    expect(done.body.summary).toMatchObject({
      unitMonths: 4,
      unknown: 1,
      was: { days: '4.00', amount: '37200.00' },
      is: { days: '9.00', amount: '83700.00' },
      delta: { days: '5.00', amount: '46500.00' },
      attribution: [
        { parameter: 'model.level', days: '-2.50', amount: '-23250.00' },
        { parameter: 'model.charge', days: '7.50', amount: '69750.00' },
      ],
    })
  })

  it('shows a municipality its own units alone, and those who sign the whole', async () => {
    const own = await service().get(`municipality-${KIL}`, `/v1/simulations/${done.body.id}/units`)
    const association = await service().get('association-17', `/v1/simulations/${done.body.id}`)

    expect(own.body.units.map(({ municipality }: { municipality: string }) => municipality)).toEqual([KIL])
    expect(association.body.summary).toEqual(done.body.summary)
  })

  it('of a version that is in force holds it against what there was before it', async () => {
    const { body } = await simulated(service(), '17', { version: 'county-17~1.1', ...MONTH })

    // By the Act only the stay of 5 days in Kil is charged, 5 − 3 = 2 days of 9 300.00.
    expect(body.candidate).toMatchObject({ kind: 'version', version: '1' })
    expect(body.summary).toMatchObject({
      was: { days: '2.00', amount: '18600.00' },
      is: { days: '4.00', amount: '37200.00' },
    })
  })

  it('stores nothing that decides', async () => {
    const { body } = await service().get('region-17', '/v1/liabilities?month=2022-05')

    const [kil] = body.liabilities.filter((each: { municipality: string }) => each.municipality === KIL)
    expect(kil).toMatchObject({ days: '3.00', amount: '27900.00', flags: [] })
  })

  it('counts the months that are done, of many', async () => {
    const { body } = await simulated(service(), '17', { draft: changed, from: '2021-01', to: '2022-12' })

    expect(body.progress).toEqual({ done: 24, total: 24 })
    expect(body.summary.delta).toEqual(done.body.summary.delta)
  })

  it('of an event shows what declaring it would make of the months after', async () => {
    const stay = { careType: 'psychiatric', ready: '2022-05-02 09:00', out: '2022-05-09 10:00' } as const
    await service().put('hospital-01', '/v1/episodes/01~event', anEpisode(stay, '0136'))
    const event = { agreement: 'stockholm-psychiatric', event: 'psychiatric-it-support-live', on: '2021-08-10' }

    const { body } = await simulated(service(), '01', { event, ...MONTH })

    // Individual: 7 − 5 = 2 days of 9 300.00. By the mean: 7 − 1.3 = 5.7 days, 53 010.00.
    expect(body).toMatchObject({
      candidate: { kind: 'event', agreement: 'stockholm-psychiatric', event: event.event, on: event.on },
      changes: [{ parameter: 'event.psychiatric-it-support-live' }],
      summary: {
        was: { days: '2.00', amount: '18600.00' },
        is: { days: '5.70', amount: '53010.00' },
        delta: { days: '3.70', amount: '34410.00' },
      },
    })
  })
})

describe('a simulation is refused', () => {
  it('of a draft with faults, with all of them at their lines', async () => {
    const draft = changed.replace('level: "2.5"', 'level: 2.5')

    const { status, body } = await service().post('region-17', '/v1/simulations', { draft, ...MONTH })

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '/draft', rule: 'not-quoted', line: expect.any(Number) }])
  })

  it.each([
    ['of nothing', {}, '', 'one-of-version-draft-event'],
    ['of two things', { draft: 'a', version: 'act~1.1' }, '', 'one-of-version-draft-event'],
    ['of months the wrong way', { version: 'act~1.1', from: '2022-06' }, '/to', 'ends-before-it-begins'],
    ['of more than ten years', { version: 'act~1.1', from: '2012-05' }, '/to', 'too-many'],
  ])('%s', async (_, asked, pointer, rule) => {
    const { status, body } = await service().post('region-17', '/v1/simulations', { ...MONTH, ...asked })

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer, rule }])
  })

  it.each([
    ['another county’s version', { version: 'jonkoping~2.1' }],
    ['the Act', { version: 'act~1.1' }],
    ['the day amounts', { version: 'national-day-amounts~1.1' }],
    ['no version', { version: 'county-17~9.9' }],
    ['another county’s event', { event: { agreement: 'stockholm-psychiatric', event: 'x', on: '2021-01-01' } }],
    ['months of another region', { draft: changed, region: '18' }],
  ])('as not found for %s', async (_, asked) => {
    const { status } = await service().post('region-17', '/v1/simulations', { ...asked, ...MONTH })

    expect(status).toBe(404)
  })

  it('when another region asks for it', async () => {
    await upload(service(), '18', 'county-18', anAgreement({ county: '18' }))

    const answers = await Promise.all([
      service().get('region-18', `/v1/simulations/${done.body.id}`),
      service().get('municipality-1880', `/v1/simulations/${done.body.id}/units`),
      service().get('region-17', '/v1/simulations/none'),
    ])

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})
