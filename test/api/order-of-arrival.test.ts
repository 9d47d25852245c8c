import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { anEpisode } from '../support/an-episode.ts'
import { type InProcess, inProcessServices } from '../support/in-process.ts'
import { runs } from '../support/runs.ts'

const aService = await inProcessServices()

const MONTHS = ['2020-03', '2020-04'] as const

/** A state of one of a few episodes, and when its copies arrive. */
const state = fc.record({
  id: fc.constantFrom('01~a', '01~b', '01~c'),
  out: fc.option(fc.record({ month: fc.constantFrom(...MONTHS), day: fc.integer({ min: 20, max: 28 }) })),
  readyDays: fc.nat({ max: 12 }),
  unit: fc.constantFrom(
    { registeredMunicipality: '0136' },
    { registeredMunicipality: '0380' },
    { registeredMunicipality: '0180', registeredDistrict: '0180-farsta' },
    { registeredMunicipality: '0180', registeredDistrict: null },
    { registeredMunicipality: null },
  ),
  careType: fc.constantFrom('somatic' as const, 'psychiatric' as const),
  planning: fc.constantFrom({ needed: false }, {}),
  cancelled: fc.boolean(),
  arrivals: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 3 }),
})
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never

/** The body of a state; its place in the list is its time at the source. */
const bodyOf = ({ id, out, readyDays, unit, careType, planning, cancelled }: State, place: number) => {
  const lastDay = out === null ? '2020-03-20' : `${out.month}-${out.day}`
  const told = anEpisode({
    ready: `${addDays(lastDay, -readyDays)} 10:00`,
    ...(out === null ? {} : { out: `${lastDay} 15:00` }),
    careType,
    planning,
    sourceUpdatedAt: `2021-01-01T00:00:${`${place}`.padStart(2, '0')}Z`,
    body: { cancelled, patient: unit },
  })
  return { id, ...told }
}

const answersOf = async (service: InProcess): Promise<readonly string[]> => {
  const lists = await Promise.all(MONTHS.map((month) => service.liabilities(month)))
  const ids = lists.flatMap((text) => JSON.parse(text).liabilities.map(({ id }: { readonly id: string }) => id))
  return [...lists, ...(await Promise.all(ids.map((id) => service.liability(id))))]
}

it('any order of arrival, and any repetition, comes to the same liabilities to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 12 }), async (states) => {
      const bodies = states.map(bodyOf)
      const arriving = states
        .flatMap(({ arrivals }, index) => arrivals.map((at) => ({ at, body: bodies[index] ?? {} })))
        .sort((a, b) => a.at - b.at)
        .map(({ body }) => body)
      const [orderly, anyhow] = [aService(), aService()]
      await orderly.send(bodies)
      await anyhow.send(arriving)

      expect(await answersOf(anyhow)).toEqual(await answersOf(orderly))
    }),
    { numRuns: runs(500) },
  )
}, 120_000)
