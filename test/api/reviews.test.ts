import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { aCandidate, jointGroup } from '../support/joint-group.ts'
import { recompute } from '../support/recompute.ts'

const service = aSharedService()
const { put, review, liabilityOf } = jointGroup(service)
const listed = async (query: string, client = 'region-24') =>
  (await service().get(client, `/v1/reviews?month=2022-05&limit=100${query}`, { 'accept-language': 'en' })).body.reviews

describe('the joint group', () => {
  it('sees each candidate, with the days that it is asked about', async () => {
    await put('seen', aCandidate({ body: { caseNumber: 'SEEN-1', ward: 'SE2321000016-1A2B' } }, '2401'))
    await put('short', aCandidate({ out: '2022-05-13 15:00' }, '2401'))
    await put('left-out', aCandidate({ openCare: 'unclear' }, '2401'))

    const reviews = await listed('&municipality=2401')

    expect(reviews).toEqual([
      {
        episode: '24~seen',
        revision: 1,
        region: '24',
        municipality: '2401',
        district: null,
        month: '2022-05',
        liability: '24~vasterbotten~1.1~2401~2022-05',
        hospital: 'SE2321000016-15CQ',
        ward: 'SE2321000016-1A2B',
        caseNumber: 'SEEN-1',
        readyDays: '7',
        candidateDays: '4',
        candidateDates: ['2022-05-13', '2022-05-14', '2022-05-15', '2022-05-16'],
        status: 'pending',
        decision: null,
        earlier: [],
        flags: [{ id: 'start-is-placeholder', cites: expect.any(String), text: expect.any(String) }],
      },
    ])
  })

  it('approves, waives or adjusts, and the liability comes to what it has decided', async () => {
    await put('a', aCandidate())
    await put('b', aCandidate({ ready: '2022-05-10 12:01' }))
    await put('c', aCandidate({ ready: '2022-05-12 09:00' }))
    // 4 + 3 + 2 candidate days; 9 × 9 300.00.
    const waiting = await liabilityOf()
    const approved = await review('a')
    const half = await liabilityOf()
    await review('b', { outcome: 'adjust', days: '1', reason: 'Two days were for the region to arrange.' })
    await review('c', { outcome: 'waive' })

    const decided = await liabilityOf()

    expect(waiting).toMatchObject({ review: 'pending', liable: null, days: '9.00', amount: '83700.00' })
    expect(approved).toMatchObject({
      status: 201,
      body: {
        episode: '24~a',
        status: 'decided',
        decision: { number: 1, revision: 1, outcome: 'approve', candidateDays: '4', days: '4', decidedBy: 'region-24' },
      },
    })
    expect(half).toMatchObject({ review: 'pending', liable: null, days: '9.00' })
    // 4 + 1 + 0 days; 5 × 9 300.00.
    expect(decided).toMatchObject({ review: 'decided', liable: true, days: '5.00', amount: '46500.00', bounds: null })
    expect(decided.dayAmounts).toEqual([{ year: 2022, days: '5.00', amount: '9300.00' }])
    expect(decided.individualPart).toEqual({ episodes: 2, days: '5.00', amount: '46500.00' })
  })

  it('is seen in the steps, which come to the same amount', async () => {
    const { body } = await service().get('municipality-2480', '/v1/liabilities/24~vasterbotten~1.1~2480~2022-05')

    expect(recompute(body.steps)).toEqual({ days: '5.00', amount: '46500.00' })
    const exact = Object.fromEntries(body.steps.map((step: { id: string; exact: string }) => [step.id, step.exact]))
    expect(exact).toMatchObject({
      'candidate-days-2022': '9',
      'days-taken-off-2022': '4',
      'decided-days-2022': '5',
      'amount-2022': '46500',
    })
  })

  it('is seen in the decision on the episode, whose chargeable days are still its candidates', async () => {
    const route = await service().get('municipality-2480', '/v1/episodes/24~b/decision', { 'accept-language': 'en' })
    const all = await service().get('region-24', '/v1/episodes?month=2022-05&limit=100')

    expect(route.body).toMatchObject({ outcome: 'individual', readyDays: '7', chargeableDays: '3' })
    expect(route.body.flags).toContainEqual({
      id: 'review-adjusted',
      cites: 'Region Västerbotten: länsöverenskommelse och rutiner',
      text: 'The joint group of the parties has adjusted the candidate days',
    })
    const inList = all.body.episodes.find(({ id }: { id: string }) => id === '24~b').decision.flags
    expect(inList.map(({ id }: { id: string }) => id)).toContain('review-adjusted')
  })

  it('is not known at an instant before it has decided', async () => {
    const made = (await listed('&status=decided')).map(
      ({ decision }: { decision: { decidedAt: string } }) => decision.decidedAt,
    )
    const before = new Date(Date.parse(made.toSorted()[0]) - 1).toISOString()

    expect(await liabilityOf('2480', `&asOf=${before}`)).toMatchObject({ review: 'pending', amount: '83700.00' })
    expect(await liabilityOf('2480', `&asOf=${made.toSorted().at(-1)}`)).toMatchObject({ amount: '46500.00' })
  })

  it('decides on each revision by itself: when the episode changes, it is asked again', async () => {
    await put('moving', aCandidate({}, '2403'))
    await review('moving', { outcome: 'adjust', days: 2 })
    const before = await liabilityOf('2403')
    await put('moving', aCandidate({ sourceUpdatedAt: '2022-06-01T10:00:00Z', to: 'special-housing' }, '2403'))
    const changed = await liabilityOf('2403')
    const [asked] = await listed('&municipality=2403')

    await review('moving', { revision: 2 })

    const [answered] = await listed('&municipality=2403')
    expect(before).toMatchObject({ review: 'decided', days: '2.00' })
    expect(changed).toMatchObject({ review: 'pending', liable: null, days: '4.00' })
    expect(changed.flags.map(({ id }: { id: string }) => id)).toContain('review-lapsed')
    expect(asked).toMatchObject({
      revision: 2,
      status: 'pending',
      decision: null,
      earlier: [{ revision: 1, days: '2' }],
    })
    expect(answered).toMatchObject({
      status: 'decided',
      decision: { number: 2, revision: 2 },
      earlier: [{ number: 1 }],
    })
    expect(await liabilityOf('2403')).toMatchObject({ review: 'decided', days: '4.00', amount: '37200.00' })
  })

  it('decides once when the same is sent twice, and once more when something else is', async () => {
    await put('twice', aCandidate({}, '2404'))
    const action = { text: 'Call on the day of the notice.', responsible: 'The care contact', due: '2022-09-01' }
    await review('twice', { action })
    await Promise.all([review('twice', { action }), review('twice', { action })])
    const [once] = await listed('&municipality=2404')

    await Promise.all([review('twice', { outcome: 'waive' }), review('twice', { outcome: 'adjust', days: 1 })])

    const [both] = await listed('&municipality=2404')
    expect(once).toMatchObject({ decision: { number: 1, action: '24~twice~2022-05~1' }, earlier: [] })
    expect(both).toMatchObject({ decision: { number: 3 }, earlier: [{ number: 1 }, { number: 2 }] })
  })

  it('lists those that wait, or those that do not', async () => {
    const pending = await listed('&status=pending')
    const decided = await listed('&status=decided')

    expect(pending.map(({ episode }: { episode: string }) => episode)).toEqual(['24~seen'])
    expect(decided.map(({ episode }: { episode: string }) => episode)).toEqual([
      '24~moving',
      '24~twice',
      '24~a',
      '24~b',
      '24~c',
    ])
  })

  it('shows a municipality its own candidates, and no one else', async () => {
    const own = await listed('', 'municipality-2401')
    const others = await Promise.all([
      service().get('municipality-2401', '/v1/reviews?month=2022-05&municipality=2480'),
      service().get('region-01', '/v1/reviews?month=2022-05&region=24'),
    ])

    expect(own.map(({ episode }: { episode: string }) => episode)).toEqual(['24~seen'])
    expect(others.map(({ status }) => status)).toEqual([404, 404])
  })
})
