import { type Person, personIn } from './person.ts'
import { type Arrival, type Recorded, recordEpisode } from './record-episode.ts'
import { currentRevision, episodePartition, type Revision, revisionFrom, revisionKey } from './revision.ts'
import { queryAll, type ReadOnlyTable, type Table } from './table.ts'

/** Episodes with every revision that ever arrived, to be read. */
export type EpisodeReads = {
  /** Every revision in the order of arrival; none when the episode is unknown. */
  readonly revisions: (region: string, id: string) => Promise<readonly Revision[]>
  /** The revision that counts now. */
  readonly current: (region: string, id: string) => Promise<Revision | undefined>
  /** One revision by its number. */
  readonly revision: (region: string, id: string, number: number) => Promise<Revision | undefined>
  /** The person that a pseudonym of a region names, under whatever version of its key, as is known now or was at an instant. */
  readonly person: (region: string, pseudonym: string, asOf?: string) => Promise<Person>
}

/** Episodes, to be read and recorded. */
export type EpisodeStore = EpisodeReads & {
  /** Keeps a revision as it arrives; safe to repeat, in any order, by many at once. */
  readonly record: (arrival: Arrival) => Promise<Recorded>
}

/** Episodes over a table that can be written. */
export const episodeStore = (table: Table): EpisodeStore => {
  const reads = episodeReads(table)
  return { ...reads, record: recordEpisode(table, reads.revisions) }
}

/** Episodes over a table. */
export const episodeReads = (table: ReadOnlyTable): EpisodeReads => {
  const revisions = async (region: string, id: string): Promise<readonly Revision[]> =>
    (await queryAll(table, { pk: episodePartition(region, id), prefix: 'R#' })).map(revisionFrom)
  return {
    revisions,
    current: async (region, id) => currentRevision(await revisions(region, id)),
    revision: async (region, id, number) => {
      const item = await table.get(revisionKey(region, id, number))
      return item === undefined ? undefined : revisionFrom(item)
    },
    person: (region, pseudonym, asOf) => personIn(table, region, pseudonym, asOf),
  }
}
