import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { fileToUpload, signAll, simulate, uploadAll } from '../support/file-to-upload.ts'
import { vastraGotalandFiles, vastraGotalandMonths } from '../support/vastra-gotaland-month.ts'
import { vastraGotalandSimulated } from '../support/vastra-gotaland-simulated.ts'

const inOrder = vastraGotalandFiles.map(fileToUpload)
const simulatedUnits = vastraGotalandSimulated.flatMap(({ units }) => units)
const NOT_REGISTERED = { id: 'agreement-not-registered' }
const notSigned = (version: string) => ({ id: 'version-not-signed', text: expect.stringContaining(version) })

/** Discharged on both sides of 24 September 2018: 5 − 3, 5 − 3 and 6 − 3 days, 7 days in all under the Act. */
const OVER_TWO_STAGES = { municipality: '1485', month: '2018-09' }
/** The psychiatric stays of 7 and 10 days: the longer one is charged 7 days under the Act, and 3 under the agreement. */
const LONGER = '/v1/episodes/14~hand-1480-2020-02-stage-1-1/decision'

describe.each([
  ['its earlier stages first', inOrder],
  ['its later stages first', inOrder.toReversed()],
])('the agreement of Västra Götaland, uploaded and signed with %s,', (_, files) => {
  const service = aSharedService()
  const liabilitiesOf = async ({ municipality, month }: { municipality: string; month: string }) =>
    (await service().get('region-14', `/v1/liabilities?month=${month}&municipality=${municipality}`)).body.liabilities

  beforeAll(async () => {
    for (const { path, body } of vastraGotalandMonths.flatMap(({ episodes }) => episodes))
      expect((await service().put('hospital-14', path, body)).status).toBe(201)
  })

  it('is not known to a service with the shipped rules', async () => {
    for (const { agreement } of files)
      expect((await service().get('region-14', `/v1/agreements/${agreement}`)).status).toBe(404)
  })

  it.each(simulatedUnits)('is not there to apply: the Act does, to $municipality in $month', async (unit) => {
    const liabilities = await liabilitiesOf(unit)

    expect(liabilities).toMatchObject([{ rule: { agreement: 'act' }, ...unit.was, flags: [NOT_REGISTERED] }])
  })

  describe('once uploaded', () => {
    beforeAll(() => uploadAll(service(), files))

    it('has examples that notice every change', async () => {
      for (const { path } of files) {
        const { body } = await service().get('region-14', `${path}/report`)

        expect(body.coverage).toMatchObject({ noticed: body.coverage.mutants, survivors: [] })
        expect(body.waitsFor).toEqual(['simulation', 'signatures-of-region', 'signatures-of-municipalities'])
      }
    })

    it.each(vastraGotalandSimulated.flatMap(({ version, units }) => units.map((unit) => ({ version, ...unit }))))(
      'leaves the Act to apply to $municipality in $month, and is told of there',
      async ({ version, was, ...unit }) => {
        const [liability, ...others] = await liabilitiesOf(unit)
        const single = await service().get('region-14', `/v1/liabilities/${liability.id}`)

        const expected = { ...was, flags: [NOT_REGISTERED, notSigned(version.replace('~', ' '))] }
        expect(others).toEqual([])
        expect(liability).toMatchObject({ rule: { agreement: 'act' }, ...expected })
        expect(single.body).toMatchObject({ rule: { agreement: 'act' }, ...expected })
      },
    )

    it('is told of with each stage that a month waits for', async () => {
      const liabilities = await liabilitiesOf(OVER_TWO_STAGES)

      const waiting = ['vastra-gotaland-somatic 1.1', 'vastra-gotaland-somatic 2.1'].map(notSigned)
      expect(liabilities).toMatchObject([
        { rule: { agreement: 'act' }, days: '7.00', amount: null, flags: [NOT_REGISTERED, ...waiting] },
      ])
    })

    it('is told of in the decision on each episode that it would govern', async () => {
      const { body } = await service().get('region-14', LONGER)

      expect(body).toMatchObject({
        rule: { agreement: 'act' },
        chargeableDays: '7',
        flags: [NOT_REGISTERED, notSigned('vastra-gotaland-psychiatric 1.1')],
      })
    })

    describe('and simulated', () => {
      const simulations = new Map<string, Simulation>()
      beforeAll(async () => {
        for (const file of files) simulations.set(file.version, await simulate(service(), file, monthOf(file.version)))
      })

      it.each(vastraGotalandSimulated)('shows what is computed by hand: $version', ({ version, units }) => {
        const simulation = simulations.get(version)

        expect(simulation?.units).toMatchObject(units)
        expect(simulation?.units).toHaveLength(units.length)
      })

      it('shows differences that sum to the whole, and whose parts sum to them', () => {
        const { summary, units } = simulations.get('vastra-gotaland-somatic~2.1') ?? {}

        // 4 + 7 + 7 = 18 days and 0 + 2 + 10 = 12 days, of 7 800.00 each.
        expect(summary).toMatchObject({
          unitMonths: 3,
          unknown: 0,
          was: { days: '18.00', amount: '140400.00' },
          is: { days: '12.00', amount: '93600.00' },
          delta: { days: '-6.00', amount: '-46800.00' },
          crossings: [{ municipality: '1480', month: '2019-05', crossing: 'no-longer-liable' }],
        })
        for (const { attribution, delta } of [summary, ...(units ?? [])])
          expect(oreIn(attribution)).toBe(oreIn([delta]))
      })

      describe('and signed by the region', () => {
        beforeAll(() => signAll(service(), files, () => 'region-14-second'))

        it('still waits for the municipalities', async () => {
          const { body } = await service().get('region-14', LONGER)

          expect(body).toMatchObject({
            rule: { agreement: 'act' },
            flags: [NOT_REGISTERED, notSigned('vastra-gotaland-psychiatric 1.1')],
          })
        })

        describe('and by the municipalities’ association', () => {
          beforeAll(() => signAll(service(), files, () => 'association-14'))

          it.each(vastraGotalandMonths)(
            'comes to what is computed by hand: $name ($municipality, $month)',
            async (of) => {
              const { municipality, month, agreement, stage, expected } = of

              const liabilities = await liabilitiesOf(of)

              const ofStage = liabilities.filter(
                ({ rule }: { rule: { agreement: string; stage: string } }) =>
                  rule.agreement === agreement && rule.stage === stage,
              )
              const rule = { agreement, stage, version: '1' }
              expect(ofStage).toMatchObject([{ region: '14', municipality, month, rule, ...expected, flags: [] }])
            },
          )

          it('decides each episode by itself too', async () => {
            const { body } = await service().get('region-14', LONGER)

            expect(body).toMatchObject({
              rule: { agreement: 'vastra-gotaland-psychiatric', stage: '1' },
              chargeableDays: '3',
              flags: [],
            })
          })

          it('gives one liability for each unit, month and stage, and no other', async () => {
            const months = [...new Set(vastraGotalandMonths.map(({ month }) => month))]

            const answers = await Promise.all(
              months.map((month) => service().get('region-14', `/v1/liabilities?month=${month}`)),
            )

            expect(answers.reduce((sum, { body }) => sum + body.total, 0)).toBe(vastraGotalandMonths.length)
          })
        })
      })
    })
  })
})

type Simulation = Awaited<ReturnType<typeof simulate>>

const monthOf = (version: string): string =>
  vastraGotalandSimulated.find((simulated) => simulated.version === version)?.units[0]?.month ?? ''

const oreIn = (parts: readonly { readonly amount: string }[]): bigint =>
  parts.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n)
