import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import { disposableFrom } from '#domain/retention/disposable-from.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'
import { type StayDocuments, staysOfMonth } from '#store/stay-documents.ts'
import { disposeStays } from './dispose-stays.ts'
import { counted, type Disposing, type Ruling } from './disposing.ts'
import { disposeOnRecord } from './on-record.ts'

/** The stays of a region that never ended and of which nothing has come in for so long that they are to be disposed of. */
export const dueOpenStays = async (disposing: Disposing, ruling: Ruling): Promise<DocumentCounts> => {
  const isDue = dueOn(disposing, ruling)
  let [episodes, revisions] = [0, 0]
  for await (const stay of staysOfMonth(disposing.table, ruling.decision.region, OPEN)) {
    if (!isDue(stay)) continue
    episodes += 1
    revisions += stay.revisions.length
  }
  return counted({ episodes, revisions })
}

/** Disposes of them, and tells how many there were. */
export const disposeOpenStays = async (disposing: Disposing, ruling: Ruling): Promise<DocumentCounts> => {
  const documents = await dueOpenStays(disposing, ruling)
  const { region } = ruling.decision
  const name = { region, subject: 'open-stays', month: '-' } as const
  return disposeOnRecord(disposing, name, ruling, documents.episodes > 0 ? documents : undefined, () =>
    disposeStays(disposing, region, OPEN, dueOn(disposing, ruling)),
  )
}

const OPEN = 'open'

const dueOn = ({ now }: Disposing, { decision: { years } }: Ruling): ((stay: StayDocuments) => boolean) => {
  const today = dateOf(civilTimeOf(now()))
  return ({ revisions }) => {
    const last = revisions.at(-1)
    return last !== undefined && disposableFrom(Number(last.recordedAt.slice(0, 4)), years.episodes) <= today
  }
}
