import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import type { Api } from '../support/api.ts'
import { faultsOf, type KeptRevision, keptRevisions } from '../support/kept-revisions.ts'
import { type SpawnedService, spawnService } from '../support/process.ts'
import { type Random, randomFrom } from '../support/random.ts'
import { runs } from '../support/runs.ts'
import { aDataFolder } from '../support/service.ts'
import { type Acknowledged, MONTHS, writeUntilGone } from '../support/writers.ts'

const ROUNDS = runs(80, 4)
const WRITERS = 6
const EPISODES = 5

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

it(
  'a service that is killed while it writes keeps every acknowledged write, whole and in its place',
  async () => {
    const dataFolder = aDataFolder()
    const random = randomFrom(seed)
    const current = new Map<string, KeptRevision>()
    let service = await spawnService({ DATA_DIR: dataFolder })
    onTestFinished(async () => {
      await service.end('SIGKILL')
      rmSync(dataFolder, { recursive: true })
    })
    for (let round = 0; round < ROUNDS; round += 1) {
      const ids = Array.from({ length: EPISODES }, (_, index) => `01~round-${round}-${index}`)

      const acknowledged = await writeAndKill(service, ids, random)
      service = await spawnService({ DATA_DIR: dataFolder })

      for (const id of ids) {
        const kept = await keptRevisions(service, id)
        const ofThis = acknowledged.filter((write) => write.id === id)
        expect(faultsOf(kept, ofThis), `SEED=${seed}, round ${round}`).toEqual([])
        for (const revision of kept) if (revision.current) current.set(id, revision)
      }
      const states = [...current.values()]
      expect(await listedRevisions(service), `SEED=${seed}, round ${round}`).toEqual(numbersOf(states))
      for (const month of MONTHS)
        expect(await cohortsOf(service, month), `SEED=${seed}, round ${round}`).toEqual(recomputed(states, month))
    }
  },
  60_000 + ROUNDS * 15_000,
)

/** Several writers at once, on the same episodes, until the service is killed at a moment that no one chose. */
const writeAndKill = async (
  service: SpawnedService,
  ids: readonly string[],
  random: Random,
): Promise<readonly Acknowledged[]> => {
  const acknowledged: Acknowledged[] = []
  const writers = Array.from({ length: WRITERS }, () => writeUntilGone(service, ids, random, acknowledged))
  await Promise.race([someOf(acknowledged), Promise.all(writers)])
  await wait(random.below(400))
  expect(await service.end('SIGKILL')).toBeNull()
  await Promise.all(writers)
  return acknowledged
}

const someOf = async (acknowledged: readonly Acknowledged[]): Promise<void> => {
  while (acknowledged.length < 10) await wait(5)
}

type Numbers = Readonly<Record<string, unknown>>

const numbersOf = (states: readonly KeptRevision[]): Numbers =>
  Object.fromEntries(states.map(({ id, revision }) => [id, revision]))

const listedRevisions = async (service: Api): Promise<Numbers> => {
  const { body } = await service.get('region-01', '/v1/episodes?limit=500')
  expect(body.total).toBe(body.episodes.length)
  return numbersOf(body.episodes)
}

type Listed = {
  readonly municipality: string
  readonly district: string | null
  readonly cohort: { readonly episodes: number; readonly undetermined: number; readonly readyDays: string }
}

const cohortsOf = async (service: Api, month: string): Promise<Numbers> => {
  const { body } = await service.get('region-01', `/v1/liabilities?month=${month}&limit=500`)
  return Object.fromEntries(
    body.liabilities.map(({ municipality, district, cohort }: Listed) => [
      `${municipality} ${district}`,
      { episodes: cohort.episodes, undetermined: cohort.undetermined, readyDays: cohort.readyDays },
    ]),
  )
}

/** The cohorts as the current revisions give them: mornings in, afternoons out, so that dates can be read off the instants. */
const recomputed = (states: readonly KeptRevision[], month: string): Numbers => {
  const cohorts = new Map<string, { episodes: number; undetermined: number; days: number }>()
  for (const { cancelled, discharge, readiness, patient } of states) {
    if (cancelled || discharge === undefined || !discharge.at.startsWith(month)) continue
    const { registeredMunicipality: municipality, registeredDistrict: district = null } = patient
    const unit = `${municipality} ${district}`
    const cohort = cohorts.get(unit) ?? { episodes: 0, undetermined: 0, days: 0 }
    const isKnown = municipality !== '0180' || district !== null
    const days = daysBetween(readiness[0]?.noticeSentAt.slice(0, 10) ?? '', discharge.at.slice(0, 10))
    cohorts.set(unit, {
      episodes: cohort.episodes + (isKnown ? 1 : 0),
      undetermined: cohort.undetermined + (isKnown ? 0 : 1),
      days: cohort.days + (isKnown ? days : 0),
    })
  }
  return Object.fromEntries(
    [...cohorts].map(([unit, { days, ...counts }]) => [unit, { ...counts, readyDays: `${days}` }]),
  )
}
