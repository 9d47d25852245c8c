import { beforeAll, describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { dalarnaLatecomer, dalarnaOverLevel, dalarnaPopulation } from '../support/dalarna-level.ts'
import { type FileToUpload, fileToUpload, signAll, simulate, uploadAll } from '../support/file-to-upload.ts'
import { otherCountiesFiles, otherCountiesMonths } from '../support/other-counties-month.ts'
import { otherCountiesSimulated } from '../support/other-counties-simulated.ts'

const inOrder = otherCountiesFiles.map(fileToUpload)
const simulatedMonths = otherCountiesSimulated.flatMap(({ version, units }) =>
  units.map((unit) => ({ version, ...unit })),
)
/** Only Stockholm has an agreement among the shipped ones. */
const flagsIn = (version: string) => (version.startsWith('stockholm') ? [] : [{ id: 'agreement-not-registered' }])
const notSigned = (version: string) => ({
  id: 'version-not-signed',
  text: expect.stringContaining(version.replace('~', ' ')),
})

/** What applied in Stockholm is known to be another agreement, whose text is not known; elsewhere it was the Act. */
const before = (version: string) =>
  version.startsWith('stockholm')
    ? { rule: null, missing: ['agreement stockholm 2018-2019'] }
    : { rule: { agreement: 'act' }, missing: [] }

describe.each([
  ['in their order', inOrder],
  ['against their order', inOrder.toReversed()],
])('working days, thirty days, a rounded mean and a level to determine, uploaded and signed %s,', (_, files) => {
  const service = aSharedService()
  const liabilitiesOf = async ({ municipality, month }: { municipality: string; month: string }) => {
    const client = `region-${municipality.slice(0, 2)}`
    return (await service().get(client, `/v1/liabilities?month=${month}&municipality=${municipality}`)).body.liabilities
  }

  beforeAll(async () => {
    for (const { path, body } of otherCountiesMonths.flatMap(({ episodes }) => episodes))
      expect((await service().put(`hospital-${countyIn(path)}`, path, body)).status).toBe(201)
  })

  it.each(simulatedMonths)('are not there to apply to $municipality in $month', async ({ version, was, ...unit }) => {
    const liabilities = await liabilitiesOf(unit)

    expect(liabilities).toMatchObject([{ ...before(version), ...was, flags: flagsIn(version) }])
  })

  describe('once uploaded', () => {
    beforeAll(() => uploadAll(service(), files))

    it.each(simulatedMonths)('are told of to $municipality in $month, but not applied', async (simulated) => {
      const { version, was, ...unit } = simulated

      const liabilities = await liabilitiesOf(unit)

      const flags = [...flagsIn(version), notSigned(version)]
      expect(liabilities).toMatchObject([{ ...before(version), ...was, flags }])
    })

    describe('and simulated', () => {
      const simulations = new Map<string, Simulation>()
      beforeAll(async () => {
        for (const file of files) simulations.set(file.version, await simulate(service(), file, monthOf(file.version)))
      })

      it.each(otherCountiesSimulated)('show what is computed by hand: $version', ({ version, units }) => {
        const simulation = simulations.get(version)

        expect(simulation?.units).toMatchObject(units)
        expect(simulation?.units).toHaveLength(units.length)
      })

      describe('and signed by both parties', () => {
        beforeAll(async () => {
          await signAll(service(), files, (county) => `region-${county}-second`)
          await signAll(service(), files, (county) => `association-${county}`)
        })

        it.each(otherCountiesMonths)('come to what is computed by hand: $name ($municipality, $month)', async (of) => {
          const { municipality, agreement, stage, expected } = of

          const liabilities = await liabilitiesOf(of)

          const rule = { agreement, stage, version: '1' }
          const region = municipality.slice(0, 2)
          expect(liabilities).toMatchObject([{ region, municipality, rule, ...expected, flags: [] }])
        })
      })
    })
  })
})

describe('the level of Dalarna, which its second stage determines from the year of its first,', () => {
  const service = aSharedService()
  const first = fileToUpload('dalarna-stage-1.v1.yaml')
  const second = fileToUpload('dalarna-stage-2.v1.yaml')
  const putInForce = async (file: FileToUpload) => {
    await uploadAll(service(), [file])
    await simulate(service(), file, '2022-05')
    await signAll(service(), [file], () => 'region-20-second')
    await signAll(service(), [file], () => 'association-20')
  }
  const determine = (preview = false) =>
    service().post('region-20', '/v1/agreements/dalarna/determinations', { stage: '2', preview })
  const ofStage2 = async ({ municipality, month }: { municipality: string; month: string }) =>
    (await service().get('region-20', `/v1/liabilities?month=${month}&municipality=${municipality}`)).body.liabilities

  beforeAll(async () => {
    for (const { path, body } of [...dalarnaPopulation, ...dalarnaOverLevel.flatMap(({ episodes }) => episodes)])
      expect((await service().put('hospital-20', path, body)).status).toBe(201)
    await putInForce(second)
  })

  it('cannot be determined while the first stage is not in force', async () => {
    const { status, body } = await determine()

    expect(status).toBe(409)
    expect(body.type).toMatch(/no-episodes$/)
  })

  describe('once that is in force', () => {
    beforeAll(() => putInForce(first))

    it.each(dalarnaOverLevel)('is missing where it is not determined ($municipality, $month)', async (of) => {
      const { status, body } = await determine(true)

      expect(status).toBe(200)
      expect(body).toMatchObject({ value: '2.4286', exact: '17/7', episodes: 14, readyDays: '34', preview: true })
      const [liability] = await ofStage2(of)
      expect(liability).toMatchObject({ level: null, days: null, missing: ['determination dalarna stage 2'] })
    })

    describe('and determined', () => {
      beforeAll(async () => {
        const { status, body } = await determine()
        expect(status).toBe(201)
        expect(body).toMatchObject({ value: '2.4286', exact: '17/7', episodes: 14, readyDays: '34', preview: false })
      })

      it.each(dalarnaOverLevel)('decides as is computed by hand: $name ($municipality, $month)', async (of) => {
        const { agreement, stage, expected } = of

        const liabilities = await ofStage2(of)

        expect(liabilities).toMatchObject([{ rule: { agreement, stage }, ...expected, flags: [] }])
      })

      it('stays what it is when another stay of its year is told of, which is shown beside it', async () => {
        await service().put('hospital-20', dalarnaLatecomer.path, dalarnaLatecomer.body)

        const { body } = await service().get('region-20', '/v1/agreements/dalarna/determinations')

        const now = { value: '2.2667', exact: '34/15', episodes: 15, readyDays: '34', isSame: false }
        expect(body.determinations).toMatchObject([{ value: '2.4286', now }])
        for (const month of dalarnaOverLevel) expect(await ofStage2(month)).toMatchObject([month.expected])
      })
    })
  })
})

type Simulation = Awaited<ReturnType<typeof simulate>>

const countyIn = (path: string): string => path.replace('/v1/episodes/', '').slice(0, 2)

const monthOf = (version: string): string =>
  otherCountiesSimulated.find((simulated) => simulated.version === version)?.units[0]?.month ?? ''
