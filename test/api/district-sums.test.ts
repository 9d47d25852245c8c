import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { anEpisode } from '../support/an-episode.ts'
import { type InProcess, inProcessServices } from '../support/in-process.ts'
import { runs } from '../support/runs.ts'

const aService = await inProcessServices()

const stay = fc.record({
  // Two that became one in July 2020, the one they became, and none.
  district: fc.constantFrom(
    '0180-farsta',
    '0180-alvsjo',
    '0180-hagersten-liljeholmen',
    '0180-hagersten-alvsjo',
    '0180-jarva',
    null,
  ),
  readyDays: fc.nat({ max: 15 }),
  openCare: fc.constantFrom('available' as const, 'unclear' as const),
})
type Stay = typeof stay extends fc.Arbitrary<infer Value> ? Value : never

type Cohort = {
  readonly episodes: number
  readonly dayZero: number
  readonly readyDays: string
  readonly leftOut: number
  readonly undetermined: number
}
type Entry = { readonly district: string | null; readonly cohort: Cohort }

const sent = (month: string, municipality: string) => (stay: Stay, index: number) => ({
  id: `01~stay-${index}`,
  ...anEpisode({
    ready: `${addDays(`${month}-20`, -stay.readyDays)} 10:00`,
    out: `${month}-20 15:00`,
    openCare: stay.openCare,
    registered: municipality,
    ...(municipality === '0180' && stay.district !== null ? { district: stay.district } : {}),
  }),
})

const entriesOf = async (service: InProcess, month: string, query: string): Promise<readonly Entry[]> =>
  JSON.parse(await service.liabilities(month, query)).liabilities

const together = (entries: readonly Entry[]) =>
  entries.reduce(
    (sum, { cohort }) => ({
      episodes: sum.episodes + cohort.episodes + cohort.undetermined,
      leftOut: sum.leftOut + cohort.leftOut,
      readyDays: sum.readyDays + Number(cohort.readyDays),
    }),
    { episodes: 0, leftOut: 0, readyDays: 0 },
  )

it.each(['2020-03', '2020-09'])(
  'in %s the districts, and the entry without one, add up to what the city would be as one unit',
  async (month) => {
    await fc.assert(
      fc.asyncProperty(fc.array(stay, { minLength: 1, maxLength: 12 }), async (stays) => {
        const [city, one, known] = [aService(), aService(), aService()]
        await city.send(stays.map(sent(month, '0180')))
        await one.send(stays.map(sent(month, '0136')))

        const entries = await entriesOf(city, month, '&municipality=0180')
        const withDistrict = entries.filter(({ district }) => district !== null)
        const withoutDistrict = entries.filter(({ district }) => district === null)
        const asOne = together(await entriesOf(one, month, ''))
        expect(together(entries)).toMatchObject({ episodes: asOne.episodes, leftOut: asOne.leftOut })
        expect(together(withoutDistrict).readyDays).toBe(0)

        const isKnown = ({ district }: Stay) => district !== null && isValidIn(district, month)
        await known.send([...stays.filter(isKnown).map(sent(month, '0136')), aStayElsewhere(month)])
        expect(together(withDistrict)).toEqual(together(await entriesOf(known, month, '&municipality=0136')))

        for (const entry of withDistrict)
          expect(await entriesOf(city, month, `&district=${entry.district}`)).toEqual([entry])
      }),
      { numRuns: runs(250) },
    )
  },
  120_000,
)

const isValidIn = (district: string, month: string): boolean =>
  district !== '0180-jarva' && (district !== '0180-hagersten-alvsjo' || month >= '2020-07')

// So that there is always something to send.
const aStayElsewhere = (month: string) => ({
  ...sent(month, '0138')({ district: null, readyDays: 1, openCare: 'available' }, 99),
})
