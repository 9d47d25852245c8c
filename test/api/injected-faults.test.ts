import { expect, it } from 'vitest'
import { aStorm, type Storm } from '../support/a-storm.ts'
import { drain } from '../support/perform-deed.ts'
import { runs } from '../support/runs.ts'
import { doFirst, doLast, doOne, work } from '../support/storm-deeds.ts'
import { wrongWithEpisodes } from '../support/storm-kept.ts'
import { wrongWithSums } from '../support/storm-sums.ts'

// Storms of a few hundred operations: with more, each episode has more revisions than any has in a hospital.
const OPERATIONS = 250
const STORMS = runs(400, 3)
const WRITERS = 50
const WORKERS = 3
const LAST = 3
const PERCENT = 20

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

it(
  'fifty clients at once lose, skip and double nothing while a fifth of all accesses to the table goes wrong',
  async () => {
    const counted = new Map<string, number>()
    let begun = 0
    const storms = async (): Promise<void> => {
      while (begun < STORMS) await withstand(seed + begun++, counted)
    }

    await Promise.all([storms(), storms(), storms()])

    console.info(`SEED=${seed}`, Object.fromEntries([...counted].sort()))
    for (const what of ['closed accounts', 'corrections', 'put 409', 'put 412', 'asked again'])
      expect(counted.get(what) ?? 0, what).toBeGreaterThan(0)
  },
  60_000 + STORMS * 30_000,
)

/** Goes through one storm and holds what is left against what clients were told; its figures are added to those of all. */
const withstand = async (own: number, counted: Map<string, number>): Promise<void> => {
  const storm = await aStorm(own)

  await doFirst(storm)
  await rage(storm)
  await calm(storm)
  storm.table.fail(PERCENT)
  await Promise.all(Array.from({ length: LAST }, () => doLast(storm)))
  await calm(storm)

  expect([...storm.wrong], `SEED=${own}`).toEqual([])
  expect(await wrongWithEpisodes(storm), `SEED=${own}`).toEqual([])
  expect(await wrongWithSums(storm), `SEED=${own}`).toEqual([])
  for (const [what, times] of figuresOf(storm)) counted.set(what, (counted.get(what) ?? 0) + times)
}

const rage = async (storm: Storm): Promise<void> => {
  let left = OPERATIONS
  const write = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await doOne(storm, left < OPERATIONS / 2)
    }
  }
  let isOver = false
  const perform = async (): Promise<void> => {
    while (!isOver) await work(storm)
  }
  storm.table.fail(PERCENT)
  const workers = Array.from({ length: WORKERS }, perform)
  await Promise.all(Array.from({ length: WRITERS }, write))
  isOver = true
  await Promise.all(workers)
}

/** Nothing fails any more: who was not answered sends once more, and what waits is done. */
const calm = async (storm: Storm): Promise<void> => {
  const { county, table, unanswered } = storm
  table.fail(0)
  county.interrupt(false)
  await table.landed()
  for (const again of unanswered.splice(0)) {
    storm.count('sent again afterwards')
    await again()
  }
  const waiting = new Map(county.waiting.splice(0).map((task) => [JSON.stringify(task), task]))
  county.waiting.push(...waiting.values())
  await drain(county)
}

const figuresOf = ({ table, counted, sent, acknowledged }: Storm): readonly (readonly [string, number])[] => [
  ...counted,
  ...[...table.injected].map(([fault, times]) => [`fault ${fault}`, times] as const),
  ['operations', OPERATIONS],
  ['accesses', table.accesses()],
  ['states sent', sent.size],
  ['states acknowledged', acknowledged.size],
]
