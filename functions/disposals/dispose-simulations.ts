import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'
import { beginDisposal } from './begin-disposal.ts'
import { counted, type Disposing, type Ruling } from './disposing.ts'

/** The simulations of a region that were asked for so long ago that they are to be disposed of. */
export const dueSimulations = async (disposing: Disposing, ruling: Ruling): Promise<DocumentCounts> =>
  counted({ simulations: (await dueKeys(disposing, ruling)).size })

/** Disposes of them, and tells how many there were. */
export const disposeSimulations = async (disposing: Disposing, ruling: Ruling): Promise<DocumentCounts> => {
  const due = await dueKeys(disposing, ruling)
  const documents = counted({ simulations: due.size })
  const { disposals, now } = disposing
  const { region } = ruling.decision
  const name = { region, subject: 'simulations', month: '-' } as const
  const begun = await beginDisposal(disposing, name, ruling, due.size > 0 ? documents : undefined)
  if (begun === undefined) return documents
  for (const keys of due.values()) await disposals.remove(keys)
  await disposals.end(begun, now())
  return begun.documents
}

/** Those of the years before the last ones that are kept; the year is that of UTC, in which they were stamped. */
const dueKeys = ({ simulations, now }: Disposing, { decision: { region, years } }: Ruling) => {
  const thisYear = Number(dateOf(civilTimeOf(now())).slice(0, 4))
  return simulations.keysBefore(region, `${thisYear - years.simulations}-01-01T00:00:00.000Z`)
}
