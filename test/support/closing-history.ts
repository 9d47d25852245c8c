import { answer as getLiability } from '#functions/get-liability.ts'
import { answer as getReceipt } from '#functions/get-receipt.ts'
import { answer as listLiabilities } from '#functions/list-liabilities.ts'
import { aClosingCounty, aTableWithTheAct, aTickingClock, type ClosingCounty, REGION } from './a-closing-county.ts'
import { type Deed, type Event, MONTHS } from './closing-deeds.ts'
import { type LeftOut, standingOf, type Truth, truthOf } from './closing-truth.ts'
import { pausingTable } from './pausing-table.ts'
import { performDeed } from './perform-deed.ts'

/** What was answered at an instant: the lists of the months' liabilities. */
export type Answered = { readonly at: string; readonly lists: readonly string[] }

/** A history that has been gone through, with all that was seen on the way. */
export type Lived = {
  readonly county: ClosingCounty
  readonly leftOut: LeftOut
  readonly answers: readonly Answered[]
  /** Statements and corrections as they were first seen, by their place in the table. */
  readonly lines: ReadonlyMap<string, string>
  readonly receipts: ReadonlyMap<string, string>
  /** What each account has ever come to between two events. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>
  /** Goes through more; throws when anything that was once given has changed. */
  readonly live: (event: Event) => Promise<void>
  readonly look: () => Promise<void>
}

/** Begins a history of a county in which nothing has happened. */
export const aHistory = async (): Promise<Lived> => {
  const table = pausingTable(await aTableWithTheAct())
  const county = aClosingCounty({ table, now: aTickingClock() })
  const leftOut = new Map<string, Set<number>>()
  const answers: Answered[] = []
  const [lines, receipts] = [new Map<string, string>(), new Map<string, string>()]
  const seen = new Map<string, Set<string>>()

  const one = async (deed: Deed): Promise<void> => {
    if (deed.kind === 'ask') {
      answers.push({ at: county.environment.now(), lists: await listsOf(county) })
      return
    }
    const isTaken = await performDeed(county, deed)
    if (deed.kind !== 'close' || !isTaken) return
    const own = leftOut.get(deed.month) ?? new Set()
    for (const id of deed.leaveOut) own.add(id)
    leftOut.set(deed.month, own)
  }

  const inRow = async (deeds: readonly Deed[]): Promise<void> => {
    for (const deed of deeds) await one(deed)
  }

  const look = async (): Promise<void> => {
    for (const [place, line] of await linesOf(county)) keepOnce(lines, place, line)
    for (const [id, text] of await receiptsOf(county)) keepOnce(receipts, id, text)
    const today = await linesOf(county)
    for (const place of lines.keys()) if (!today.has(place)) throw new Error(`A line is gone: ${place}`)
  }

  return {
    ...{ county, leftOut, answers, lines, receipts, seen, look },
    live: async (event) => {
      switch (event.kind) {
        case 'at-once':
          table.pauseBy(event.pauses)
          await Promise.all(event.both.map(inRow))
          table.pauseBy(undefined)
          break
        case 'repeated':
          county.interrupt(true)
          await one(event.deed)
          county.interrupt(false)
          break
        case 'ask':
          await one(event)
          return look()
        default:
          await one(event)
      }
      if (event.kind === 'task') return
      const truth = await truthOf(county, leftOut)
      for (const name of [...truth.keys(), ...(await standingOf(county)).keys()]) keepSeen(seen, name, truth)
    },
  }
}

/** The lists of the months' liabilities, now or as of an instant. */
export const listsOf = async (county: ClosingCounty, asOf?: string): Promise<readonly string[]> => {
  const lists: string[] = []
  for (const month of MONTHS) {
    const query = `month=${month}&limit=500${asOf === undefined ? '' : `&asOf=${encodeURIComponent(asOf)}`}`
    const { status, text } = await county.ask(listLiabilities, { query })
    if (status !== 200) throw new Error(`A list is answered by ${status}: ${text}`)
    lists.push(text)
  }
  return lists
}

/** Every statement and correction as it is stored, by its place. */
const linesOf = async ({ environment: { settlements } }: ClosingCounty): Promise<ReadonlyMap<string, string>> => {
  const lines = new Map<string, string>()
  for (const month of MONTHS) {
    for (const made of await settlements.statements(REGION, month)) lines.set(made.id, JSON.stringify(made))
    for (const made of await settlements.corrections(REGION, month)) {
      const { agreement, municipality, district, number } = made
      lines.set([month, agreement, municipality, district, number].join(' '), JSON.stringify(made))
    }
  }
  return lines
}

/** The receipt of every closed month, and its figures with their steps. */
export const receiptsOf = async (county: ClosingCounty): Promise<ReadonlyMap<string, string>> => {
  const receipts = new Map<string, string>()
  for (const month of MONTHS)
    for (const { id } of await county.environment.settlements.statements(REGION, month)) {
      const { status, text, etag } = await county.ask(getReceipt, { pathParameters: { liability: id } })
      if (status !== 200) throw new Error(`A receipt is answered by ${status}: ${text}`)
      receipts.set(id, `${etag} ${text}`)
      const { steps } = JSON.parse((await county.ask(getLiability, { pathParameters: { liability: id } })).text)
      receipts.set(`${id} steps`, JSON.stringify(steps))
    }
  return receipts
}

const keepSeen = (seen: Map<string, Set<string>>, name: string, truth: Truth): void => {
  const total = truth.has(name) ? truth.get(name) : '0 0'
  if (total === undefined) return
  seen.set(name, (seen.get(name) ?? new Set()).add(total))
}

const keepOnce = (kept: Map<string, string>, name: string, text: string): void => {
  const before = kept.get(name)
  if (before !== undefined && before !== text) throw new Error(`${name} was ${before} and is ${text}`)
  kept.set(name, text)
}
