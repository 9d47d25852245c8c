import type { Environment } from '#functions/environment.ts'
import type { Endpoint } from '#http/endpoint.ts'
import type { EventDetails } from '../http/an-event.ts'
import { type Answered, aClosingCounty, aTableWithTheAct, type ClosingCounty } from './a-closing-county.ts'
import { performAll } from './a-month-to-close.ts'
import { type FaultyTable, faultyTable } from './faulty-table.ts'
import { type Random, randomFrom } from './random.ts'

/** A state of an episode as a client sent it, by a case number that no other state has. */
export type SentState = {
  readonly id: string
  readonly caseNumber: string
  readonly sourceUpdatedAt: string
  readonly municipality: string | null
  /** The month of discharge; undefined while the patient is in hospital. */
  readonly month: string | undefined
  readonly readyDays: number
  readonly cancelled: boolean
  readonly body: object
}

/** A request that nobody has answered, however often it was sent. */
type Request = () => Promise<void>

/** A county whose table and queue fail, and whose clock jumps, while clients write to it; and all that they were told. */
export type Storm = {
  readonly county: ClosingCounty
  readonly table: FaultyTable
  readonly random: Random
  readonly jump: () => void
  readonly sent: Map<string, SentState>
  /** The case numbers of states that were answered as kept. */
  readonly acknowledged: Set<string>
  readonly unanswered: Request[]
  /** What clients saw that must not be, at any moment. */
  readonly wrong: Set<string>
  readonly count: (what: string) => void
  readonly counted: ReadonlyMap<string, number>
}

/** The agreement's level in halves of a day, from which the first of the months is in force on, and the day amounts of the months in öre. */
export const LEVEL_IN_HALVES = 3n
export const DAY_AMOUNTS: Readonly<Record<string, bigint>> = { '2021-12': 910_000n, '2022-01': 930_000n }

/** A county with one agreement, in which nothing fails yet. */
export const aStorm = async (seed: number): Promise<Storm> => {
  const random = randomFrom(seed)
  const table = faultyTable(await aTableWithTheAct(), random)
  let at = Date.parse('2024-05-10T08:00:00Z')
  const now = (): string => new Date(at++).toISOString()
  const county = aClosingCounty({ table, now })
  await performAll(county, [
    { kind: 'version', from: '2021-12-01', level: '1.5', charge: 'excess', somaticOnly: false, signed: true },
    { kind: 'day-amount', year: 2021, amount: '9100.00' },
  ])
  const counted = new Map<string, number>()
  return {
    ...{ county, table, random, counted },
    jump: () => {
      at += random.below(2 * JUMP) - JUMP
    },
    ...{ sent: new Map(), acknowledged: new Set(), unanswered: [], wrong: new Set() },
    count: (what) => counted.set(what, (counted.get(what) ?? 0) + 1),
  }
}

/** The most that a clock jumps, in ms: twelve hours. */
const JUMP = 12 * 3_600_000

/** Asks as a client does: again while the service is busy, but not for ever. */
export const askUntilAnswered = async (
  storm: Storm,
  endpoint: Pick<Endpoint<Environment>, 'bind'>,
  details: EventDetails,
): Promise<Answered> => {
  let answered = await storm.county.ask(endpoint, details)
  for (let attempt = 0; answered.status === 503 && attempt < PATIENCE; attempt += 1) {
    storm.count('asked again')
    answered = await storm.county.ask(endpoint, details)
  }
  if (answered.status >= 500 && answered.status !== 503) storm.wrong.add(`${answered.status} ${answered.text}`)
  return answered
}

const PATIENCE = 20
