import { describe, expect, it } from 'vitest'
import { aRuleText } from '../support/a-rule-text.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON, type Told } from '../support/an-episode.ts'

const service = aSharedService()

const evaluate = (episodes: readonly object[], rules: readonly unknown[]) =>
  service().post('municipality-0136', '/v1/evaluations', { episodes, rules })

const anonymous = (id: string, told: Told) => {
  const { patient, ...body } = anEpisode(told)
  const { identity: _, ...place } = patient
  return { ...body, id, patient: place }
}

/** Ready for 2, 3, 4 and 9 days in March 2020; the last one notified in the afternoon, without a length-of-stay estimate. */
const march = [
  anonymous('two', { ready: '2020-03-02 10:00', out: '2020-03-04 15:00' }),
  anonymous('three', { ready: '2020-03-02 10:00', out: '2020-03-05 15:00' }),
  anonymous('four', { ready: '2020-03-02 14:00', out: '2020-03-06 15:00' }),
  anonymous('nine', { ready: '2020-03-02 14:00', out: '2020-03-11 15:00', lengthOfStayEstimate: false }),
]

type Found = Readonly<Record<string, unknown>>
const liabilitiesIn = ({ body }: Awaited<ReturnType<typeof evaluate>>) =>
  body.evaluations.map(({ liabilities }: { readonly liabilities: readonly Found[] }) => liabilities)

describe('the same episodes under several rules', () => {
  it('owe what each of them says, by hand', async () => {
    const answer = await evaluate(march, ['stockholm-somatic~1.1', 'jonkoping~2.1', 'act~1.1'])

    // Stockholm: (2 + 3 + 4 + 9) / 4 = 4.5; 18 − 4 × 2.0 = 10 days at 8 200.
    // Jönköping: without the estimate `nine` is left out; (2 + 3 + 4) / 3 = 3.0 > 2.0, so all 9 days are charged.
    // The Act: 2 − 3 and 3 − 3 give none; in the afternoon four free days: 4 − 4 gives none, 9 − 4 gives 5.
    const unit = { municipality: '0136', district: null, month: '2020-03' }
    expect(answer.status).toBe(200)
    expect(liabilitiesIn(answer)).toMatchObject([
      [{ ...unit, level: '2.0', cohort: { average: '4.5000' }, days: '10.00', amount: '82000.00' }],
      [{ ...unit, cohort: { average: '3.0000', leftOut: 1 }, days: '9.00', amount: '73800.00' }],
      [{ ...unit, model: 'individual', days: '5.00', amount: '41000.00' }],
    ])
    const nine = answer.body.evaluations.map(({ episodes }: { readonly episodes: readonly Found[] }) => episodes[3])
    expect(nine).toMatchObject([
      { id: 'nine', decision: { outcome: 'in-mean', readyDays: '9', chargeableDays: null } },
      { id: 'nine', decision: { outcome: 'left-out', reasons: [{ id: 'length-of-stay-estimate-not-sent' }] } },
      { id: 'nine', decision: { outcome: 'individual', readyDays: '9', chargeableDays: '5' } },
    ])
  })

  it('differ for reasons that name their parameter and paragraph', async () => {
    const { body } = await evaluate(march, ['stockholm-somatic~1.1', 'jonkoping~2.1'])

    const named = { agreement: 'jonkoping', stage: '2', version: '1' }
    const difference = (figure: string, episode: string | null) =>
      body.differences.find((found: Found) => found.figure === figure && found.episode === episode)
    expect(difference('outcome', 'nine')).toMatchObject({
      rule: named,
      against: { agreement: 'stockholm-somatic', stage: '1', version: '1' },
      unit: null,
      was: 'in-mean',
      is: 'left-out',
      causes: [
        {
          parameter: 'preconditions.length-of-stay-estimate-sent',
          was: null,
          is: 'lengthOfStayEstimateSent equal true',
          cites: { was: null, is: 'Överenskommelsen i Jönköpings län: Ersättningsmodell' },
          text: expect.stringContaining('vårdtidsbedömning är skickad'),
        },
      ],
    })
    const days = difference('days', null)
    expect(days).toMatchObject({ unit: { municipality: '0136', month: '2020-03' }, was: '10.00', is: '9.00' })
    expect(days.causes.map(({ parameter }: Found) => parameter)).toEqual([
      'preconditions.length-of-stay-estimate-sent',
      'model.charge',
    ])
  })

  it('may stand against a draft, which is stored nowhere', async () => {
    const draft = aRuleText('level: "2.0"', 'level: "1.5"')
    const answer = await evaluate(march, ['stockholm-somatic~1.1', { draft }])

    expect(answer.body.evaluations[1].rule).toMatchObject({ stage: '1', version: 'draft' })
    expect(answer.body.differences).toMatchObject([
      { figure: 'days', was: '10.00', is: '12.00', causes: [{ parameter: 'model.level', was: '2.0', is: '1.5' }] },
      { figure: 'amount', was: '82000.00', is: '98400.00', causes: [{ parameter: 'model.level' }] },
    ])
    expect((await service().get('municipality-0136', '/v1/agreements/stockholm-somatic')).body.versions).toHaveLength(3)
    expect((await service().get('region-01', '/v1/episodes')).body.total).toBe(0)
  })

  it('are decided by the version of an agreement in force on the last day of discharge', async () => {
    const last = anonymous('last', { ready: '2020-12-02 10:00', out: '2020-12-04 15:00' })
    const answer = await evaluate([...march, last], ['stockholm-somatic', 'stockholm-psychiatric'])

    // No psychiatric stage covers somatic care, and the second waits for its event: the newest is taken.
    expect(answer.body.evaluations.map(({ rule }: { readonly rule: Found }) => rule.stage)).toEqual(['2', '2'])
  })

  it('are the same with and without an identity, which is in no answer', async () => {
    const named = march.map((episode) => ({ ...episode, patient: { ...episode.patient, identity: TEST_PERSON } }))
    const [without, withIdentity] = await Promise.all([evaluate(march, ['act']), evaluate(named, ['act'])])

    expect(withIdentity.text).toBe(without.text)
    expect(withIdentity.text).not.toContain(TEST_PERSON.value)
  })

  it('are told apart where no unit or no day is known', async () => {
    const nowhere = anonymous('nowhere', { ready: '2020-03-02 10:00', out: '2020-03-04 15:00', registered: undefined })
    const { patient, ...stay } = nowhere
    const cases = [
      { ...stay, patient: { ...patient, registeredMunicipality: null } },
      { ...stay, id: 'open', patient, discharge: null },
      { ...stay, id: 'not-ready', patient, readiness: [] },
      { ...stay, id: 'cancelled', patient, cancelled: true },
    ]
    const { body } = await evaluate(cases, ['jonkoping~2.1'])

    expect(body.evaluations[0].episodes).toMatchObject([
      { decision: { outcome: 'undetermined', missing: ['patient.registeredMunicipality'] } },
      { decision: { outcome: 'open' } },
      { decision: { outcome: 'not-ready' } },
      { decision: { outcome: 'cancelled' } },
    ])
    expect(body.evaluations[0].liabilities).toMatchObject([{ municipality: null, days: null, amount: null }])
  })
})

describe('an evaluation is refused', () => {
  const [first] = march
  const late = anonymous('late', { ready: '2020-03-06 10:00', out: '2020-03-04 15:00' })

  it.each([
    ['an unknown version', [first], ['act~1.9'], '/rules/0', 'unknown-rule'],
    ['an unknown agreement', [first], ['act', 'no-such'], '/rules/1', 'unknown-rule'],
    ['a draft with faults', [first], ['act', { draft: 'agreement: [' }], '/rules/1/draft', 'bad-indentation'],
    ['a rule of no form', [first], [7], '/rules/0', 'no-form-fits'],
    ['no rules', [first], [], '/rules', 'too-few'],
    ['seven rules', [first], new Array(7).fill('act'), '/rules', 'too-many'],
    ['no episodes', [], ['act'], '/episodes', 'too-few'],
    ['two episodes of one id', [first, first], ['act'], '/episodes/1/id', 'repeated-id'],
    ['times out of order', [first, late], ['act'], '/episodes/1/discharge/at', 'time-order'],
    [
      'an identity number as id',
      [{ ...first, id: '194910029802' }],
      ['act'],
      '/episodes/0/id',
      'id-holds-identity-number',
    ],
  ] as const)('for %s', async (_, episodes, rules, pointer, rule) => {
    const answer = await evaluate(
      episodes.map((episode) => ({ ...episode })),
      rules,
    )

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer, rule }])
    expect(answer.text).not.toContain('194910029802')
  })
})
