import { describe, expect, it } from 'vitest'
import { publishShipped } from '#agreements/publish.ts'
import type { Environment } from '#functions/environment.ts'
import {
  performDisposingMonth,
  performDisposingOpenStays,
  performDisposingSimulations,
  performScheduledDisposal,
} from '#functions/work/disposing.ts'
import type { Task } from '#functions/work/task.ts'
import { aKeptEpisode } from '../support/a-kept-episode.ts'
import { aRetentionText } from '../support/a-retention-rule.ts'
import { aWatchedTable } from '../support/a-watched-table.ts'
import { anEnvironment } from '../support/an-environment.ts'
import { aStay } from '../support/kept-stays.ts'
import { memoryTable } from '../support/memory-table.ts'

type Kept = Environment & { readonly left: () => Promise<readonly string[]>; readonly sent: Task[] }

/** A service of a region that has decided, at a time, in a table that remembers every key. */
const decidedAt = async (at: string, region = '01'): Promise<Kept> => {
  const table = aWatchedTable(memoryTable())
  const sent: Task[] = []
  const environment = await anEnvironment({
    table,
    now: () => at,
    sendTasks: async (tasks) => void sent.push(...tasks),
  })
  await publishShipped(environment.rules, [{ path: 'national/retention.v2.yaml', yaml: aRetentionText(region) }], at)
  return {
    ...environment,
    sent,
    left: async () => (await table.left()).map(({ pk, sk }) => `${pk} ${sk}`).filter((name) => STAY.test(name)),
  }
}

const STAY = /^(E|P|U|S|SIMULATED|D|DISPUTED|REVIEWS|IMPROVEMENTS|C)#/

type Arriving = {
  readonly id: string
  readonly at: string
  readonly out?: string
  readonly versions?: readonly string[]
  readonly pseudonym?: string
  readonly updatedAt?: string
}

const arrive = (
  { episodes }: Environment,
  { id, at, out, versions = ['1'], pseudonym = 'anna', updatedAt = at }: Arriving,
) =>
  episodes.record({
    region: '01',
    id,
    at,
    olderKeyVersions: versions.slice(0, -1),
    episodeUnder: async (version = versions.at(-1) ?? '') =>
      aKeptEpisode(aStay('2020-03-01T10:00:00Z', out), {
        pseudonym: `${pseudonym}-${version}`,
        sourceUpdatedAt: updatedAt,
      }),
  })

const AT = '2020-03-20T10:00:00.000Z'
const [MARCH, APRIL] = ['2020-03-10T10:00:00Z', '2021-04-10T10:00:00Z']
const marchIsDue = { kind: 'dispose-month', region: '01', month: '2020-03' } as const

describe('what is scheduled', () => {
  it('is a task for each month of age, and for what belongs to no month, of the regions that have decided', async () => {
    const kept = await decidedAt('2028-01-08T03:00:00.000Z')
    await arrive(kept, { id: 'a', at: AT, out: MARCH })
    await arrive(kept, { id: 'b', at: AT, out: APRIL })
    await arrive(kept, { id: 'c', at: AT })

    await performScheduledDisposal({ kind: 'dispose-scheduled' }, kept)

    expect(kept.sent).toEqual([
      marchIsDue,
      { kind: 'dispose-open-stays', region: '01' },
      { kind: 'dispose-simulations', region: '01' },
    ])
  })

  it('is nothing for a region that has not decided, even when its task comes', async () => {
    const kept = await decidedAt('2050-01-08T03:00:00.000Z', '06')
    await arrive(kept, { id: 'a', at: AT, out: MARCH })
    const before = await kept.left()

    await performScheduledDisposal({ kind: 'dispose-scheduled' }, kept)
    await performDisposingOpenStays({ kind: 'dispose-open-stays', region: '01' }, kept)
    await performDisposingSimulations({ kind: 'dispose-simulations', region: '01' }, kept)
    await performDisposingMonth(marchIsDue, kept)

    expect(kept.sent.filter((task) => 'region' in task && task.region === '01')).toEqual([])
    expect(await kept.left()).toEqual(before)
    expect(await kept.disposals.records('01')).toEqual([])
  })
})

describe('a stay that is disposed of', () => {
  it('takes the links between its pseudonyms along, once nothing else is known of its person', async () => {
    const kept = await decidedAt('2028-01-08T03:00:00.000Z')
    await arrive(kept, { id: 'a', at: AT, out: MARCH, versions: ['1', '2'] })
    await arrive(kept, { id: 'b', at: AT, out: MARCH, versions: ['1', '2'], pseudonym: 'bo' })
    await arrive(kept, { id: 'c', at: AT, out: APRIL, versions: ['1', '2'], pseudonym: 'bo' })

    await performDisposingMonth(marchIsDue, kept)

    const left = await kept.left()
    expect(left.filter((name) => name.includes('anna'))).toEqual([])
    expect(left.filter((name) => name.startsWith('P#'))).toEqual(['P#01#bo-2 =bo-1', 'P#01#bo-1 =bo-2', 'P#01#bo-2 c'])
  })

  it('takes all of its revisions and rows along, wherever they lie', async () => {
    const kept = await decidedAt('2028-01-08T03:00:00.000Z')
    await arrive(kept, { id: 'a', at: AT, updatedAt: '2020-03-02T10:00:00Z' })
    await arrive(kept, { id: 'a', at: AT, out: APRIL, updatedAt: '2020-03-03T10:00:00Z' })
    await arrive(kept, { id: 'a', at: AT, out: MARCH, updatedAt: '2020-03-04T10:00:00Z' })

    await performDisposingMonth(marchIsDue, kept)

    expect(await kept.left()).toEqual([])
  })

  it('that came while its month was disposed of goes with the next disposal, on a record of its own', async () => {
    const kept = await decidedAt('2028-01-08T03:00:00.000Z')
    await arrive(kept, { id: 'a', at: AT, out: MARCH })
    await performDisposingMonth(marchIsDue, kept)
    await arrive(kept, { id: 'late', at: '2028-01-08T03:00:00.000Z', out: MARCH })

    await performDisposingMonth(marchIsDue, kept)
    await performDisposingMonth(marchIsDue, kept)

    expect(await kept.left()).toEqual([])
    expect(await kept.disposals.records('01')).toMatchObject([
      { number: 1, documents: { episodes: 1 } },
      { number: 2, documents: { episodes: 1 } },
    ])
  })
})

describe('what was decided of a month', () => {
  const at = '2020-05-01T10:00:00.000Z'
  const told = { reason: 'r', participants: [], by: 'region-01', at }
  const review = {
    episode: '01~a',
    number: 1,
    revision: 1,
    outcome: 'waive',
    candidateDays: 2,
    days: 0,
    ...told,
  } as const
  const action = (id: string, month: string) =>
    ({ id, month, episode: '01~a', text: 't', responsible: 'r', by: 'region-01', at }) as const

  it('goes with it: disputes, reviews, improvement actions and what became of them, and none of another month', async () => {
    const kept = await decidedAt('2028-01-08T03:00:00.000Z')
    await arrive(kept, { id: 'a', at: AT, out: MARCH })
    await kept.reviews.decide('01', '2020-03', review, action('march', '2020-03'))
    await kept.reviews.decide('01', '2020-04', review, action('april', '2020-04'))
    for (const id of ['march', 'april'])
      await kept.reviews.addOutcome('01', id, { number: 1, status: 'done', text: 't', by: 'region-01', at })
    const dispute = { region: '01', month: '2020-03', municipality: '0136', district: '-', episode: '01~a', number: 1 }
    const why = { liability: 'l', reason: 'r', ladder: [], by: 'municipality-0136', at }
    await kept.disputes.raise({ ...dispute, ...why })
    const rejected = { number: 1, step: 's', outcome: 'rejected' as const, party: 'p' }
    await kept.disputes.decide(dispute, { ...rejected, ...told })

    await performDisposingMonth(marchIsDue, kept)

    expect((await kept.left()).toSorted()).toEqual([
      'IMPROVEMENTS#01 april',
      'IMPROVEMENTS#01 april#000001',
      'REVIEWS#01#2020-04 01~a#000001',
    ])
    expect(await kept.disposals.records('01')).toMatchObject([{ documents: { episodes: 1, disputes: 1, reviews: 1 } }])
  })
})

describe('stays that never ended', () => {
  it('are disposed of one by one, seven calendar years after something last came in', async () => {
    const kept = await decidedAt('2028-01-08T03:00:00.000Z')
    await arrive(kept, { id: 'old', at: AT })
    await arrive(kept, { id: 'heard-of', at: AT, updatedAt: '2020-03-02T10:00:00Z' })
    await arrive(kept, { id: 'heard-of', at: '2021-01-02T10:00:00.000Z' })

    await performDisposingOpenStays({ kind: 'dispose-open-stays', region: '01' }, kept)

    expect([...new Set((await kept.left()).filter((name) => name.startsWith('E#')))]).toEqual([
      'E#01#heard-of R#000001',
      'E#01#heard-of R#000002',
    ])
    expect(await kept.disposals.records('01')).toMatchObject([{ subject: 'open-stays', documents: { episodes: 1 } }])
  })
})

describe('simulations', () => {
  it('are disposed of a calendar year after they were asked for', async () => {
    const kept = await decidedAt('2028-01-08T03:00:00.000Z')
    const asked = { region: '01', from: '2020-03', to: '2020-03', months: ['2020-03'], by: 'region-01' }
    const candidate = { kind: 'draft', agreement: 'a', stage: '1', sha256: '0'.repeat(64) } as const
    for (const [id, at] of [
      ['old', '2026-12-31T22:00:00.000Z'],
      ['young', '2027-01-01T10:00:00.000Z'],
    ] as const)
      await kept.simulations.begin({ ...asked, candidate, id, at }, 'text')

    await performDisposingSimulations({ kind: 'dispose-simulations', region: '01' }, kept)

    expect(await kept.left()).toEqual(['SIMULATED#01 2027-01-01T10:00:00.000Z#young', 'S#young DRAFT', 'S#young HEAD'])
    expect(await kept.disposals.records('01')).toMatchObject([{ documents: { simulations: 1 } }])
  })
})
