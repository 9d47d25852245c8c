import { factsOf } from '#domain/episode/facts.ts'
import { personPartition } from './person.ts'
import { currentRevision, episodePartition, type Revision, revisionFrom, revisionKey } from './revision.ts'
import { type Key, keyOf, queryAll, type ReadOnlyTable } from './table.ts'
import { unitMonthOf, unitOfName } from './unit-key.ts'
import { regionMonthPartition } from './unit-markers.ts'
import { unitPartition, unitRowKey } from './unit-row.ts'

/** All that is kept of one stay, and where. */
export type StayDocuments = {
  readonly id: string
  /** In the order of arrival; none when only a row of it is left in the month. */
  readonly revisions: readonly Revision[]
  /** In the order in which it can be removed: what leads to the rest comes last. */
  readonly keys: readonly Key[]
}

/**
 * The stays of a region in a month (`open`: those not ended), one after another: whole those that now belong to it, of others
 * the rows that they had there before.
 */
export async function* staysOfMonth(
  table: ReadOnlyTable,
  region: string,
  month: string,
): AsyncGenerator<StayDocuments, void> {
  for (const { sk } of await queryAll(table, { pk: regionMonthPartition(region, month) })) {
    const pk = unitPartition({ ...unitOfName(sk), month })
    const rows = await queryAll(table, { pk, prefix: `${region}#` })
    for (const [id, own] of Map.groupBy(rows, (row) => row.sk.split('#')[1] ?? '')) {
      const left = own.map(keyOf)
      const revisions = (await queryAll(table, { pk: episodePartition(region, id), prefix: 'R#' })).map(revisionFrom)
      const current = currentRevision(revisions)
      const isHere = current !== undefined && unitPartition(unitMonthOf(factsOf(current.episode))) === pk
      if (isHere) yield { id, revisions, keys: keysOf(region, id, revisions, current, left) }
      else yield { id, revisions: [], keys: left }
    }
  }
}

/** The row by which a stay is found goes after all else; before it the revision that says where the stay belongs. */
const keysOf = (
  region: string,
  id: string,
  revisions: readonly Revision[],
  current: Revision,
  left: readonly Key[],
): readonly Key[] => {
  const persons = new Set(revisions.map(({ episode }) => episode.patient.pseudonym))
  const rows = revisions.map(({ number, episode }) =>
    unitRowKey(unitMonthOf(factsOf(episode)), { region, id, revision: number }),
  )
  const others = revisions.filter((revision) => revision !== current)
  return distinct([
    ...[...persons].map((pseudonym) => ({ pk: personPartition(region, pseudonym), sk: id })),
    ...rows.filter((row) => !left.some((each) => nameOf(each) === nameOf(row))),
    ...others.map(({ number }) => revisionKey(region, id, number)),
    revisionKey(region, id, current.number),
    ...left,
  ])
}

const distinct = (keys: readonly Key[]): readonly Key[] => [...new Map(keys.map((key) => [nameOf(key), key])).values()]

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`
