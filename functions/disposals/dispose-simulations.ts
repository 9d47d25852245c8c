import { yearOf } from '#domain/calendar/civil-date.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'
import { counted, type Disposing, type Ruling } from './disposing.ts'
import { disposeOnRecord } from './on-record.ts'

/** The simulations of a region that were asked for so long ago that they are to be disposed of. */
export const dueSimulations = async (disposing: Disposing, ruling: Ruling): Promise<DocumentCounts> =>
  counted({ simulations: (await dueKeys(disposing, ruling)).size })

/** Disposes of them, and tells how many there were. */
export const disposeSimulations = async (disposing: Disposing, ruling: Ruling): Promise<DocumentCounts> => {
  const due = await dueKeys(disposing, ruling)
  const documents = due.size > 0 ? counted({ simulations: due.size }) : undefined
  const name = { region: ruling.decision.region, subject: 'simulations', month: '-' } as const
  return disposeOnRecord(disposing, name, ruling, documents, async () => {
    for (const keys of due.values()) await disposing.disposals.remove(keys)
  })
}

/** Those of the years before the last ones that are kept; the year is that of UTC, in which they were stamped. */
const dueKeys = ({ simulations, now }: Disposing, { decision: { region, years } }: Ruling) => {
  const thisYear = yearOf(dateOf(civilTimeOf(now())))
  return simulations.keysBefore(region, `${thisYear - years.simulations}-01-01T00:00:00.000Z`)
}
