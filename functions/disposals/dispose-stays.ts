import { loneLinks } from '#store/person.ts'
import { type StayDocuments, staysOfMonth } from '#store/stay-documents.ts'
import type { Disposing } from './disposing.ts'

/** Removes every stay of a region's month (`open`: those not ended) that is chosen, one after another, each with all that is kept of it. */
export const disposeStays = async (
  { table, disposals }: Pick<Disposing, 'table' | 'disposals'>,
  region: string,
  month: string,
  isChosen: (stay: StayDocuments) => boolean = () => true,
): Promise<void> => {
  for await (const stay of staysOfMonth(table, region, month)) {
    if (!isChosen(stay)) continue
    await disposals.remove(stay.keys)
    for (const pseudonym of new Set(stay.revisions.map(({ episode }) => episode.patient.pseudonym)))
      await disposals.remove(await loneLinks(table, region, pseudonym))
  }
}
