import { answer as settle } from '#functions/settle.ts'
import type { Table } from '#store/table.ts'
import { aClosingCounty, aTableWithTheAct, aTickingClock, type ClosingCounty } from './a-closing-county.ts'
import { AGREEMENT, type Deed } from './closing-deeds.ts'
import { performDeed } from './perform-deed.ts'

/** The month that is to be closed. */
export const MONTH = '2022-01'

/** When its closing is asked for, whoever asks and how often. */
const CLOSED_AT = '2024-05-10T09:00:00.000Z'

type Stay = Extract<Deed, { kind: 'episode' }>

/** A stay in the month that counts under the agreement. */
export const stay = (id: number, readyDays: number, out: string, unit: Stay['unit'] = '1715'): Stay => ({
  ...{ kind: 'episode', careType: 'somatic', told: 'whole', stale: false },
  ...{ id, readyDays, out, unit },
})

/** A table in which a month waits to be closed: two units, of which the first has had two versions of the agreement. */
export const aMonthToClose = async (): Promise<Table> => {
  const table = await aTableWithTheAct()
  const county = aClosingCounty({ table, now: aTickingClock() })
  const version = { kind: 'version', charge: 'excess', somaticOnly: false, signed: true } as const
  await performAll(county, [
    { ...version, from: '2021-12-01', level: '1.5' },
    { ...version, from: '2022-01-15', level: '0.5' },
    stay(0, 4, '2022-01-10'),
    stay(1, 5, '2022-01-20'),
    stay(2, 2, '2022-01-21', '1780'),
  ])
  return table
}

/** A process that closes the month over a table. */
export const aCloser = (table: Table, waiting: ClosingCounty['waiting'] = []): ClosingCounty =>
  aClosingCounty({ table, now: () => CLOSED_AT, waiting })

/** A process that something is sent to after the month was begun to be closed. */
export const aRecorder = (table: Table, waiting: ClosingCounty['waiting']): ClosingCounty =>
  aClosingCounty({ table, now: aTickingClock('2024-05-10T09:00:01Z'), waiting })

/** Asks for the closing; the status of the answer. */
export const askToClose = async (county: ClosingCounty): Promise<number> =>
  (await county.ask(settle, { body: JSON.stringify({ agreement: AGREEMENT, month: MONTH }) })).status

/** Performs what waits, one after the other, as long as the process lives: a task is done away with once it is performed. */
export const work = async (county: ClosingCounty, isDead: () => boolean = () => false): Promise<void> => {
  for (let [task] = county.waiting; task !== undefined; [task] = county.waiting) {
    try {
      await county.perform(task)
    } catch (error) {
      if (isDead()) return
      throw error
    }
    county.waiting.splice(county.waiting.indexOf(task), 1)
  }
}

/** Does deeds that must all be taken. */
export const performAll = async (county: ClosingCounty, deeds: readonly Exclude<Deed, { kind: 'ask' }>[]) => {
  for (const deed of deeds)
    if (!(await performDeed(county, deed))) throw new Error(`It is not taken: ${JSON.stringify(deed)}`)
}
