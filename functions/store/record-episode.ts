import { setTimeout } from 'node:timers/promises'
import { factsOf } from '#domain/episode/facts.ts'
import type { Episode } from '#schemas/episode.ts'
import { delayBefore } from './backoff.ts'
import { linkPseudonyms, personPartition } from './person.ts'
import { currentRevision, isNewer, type Revision, revisionItem, sameContent, stayDigest, stayOf } from './revision.ts'
import { type Table, TableBusyError, type Write } from './table.ts'
import { type UnitMonth, unitMonthOf, unitName } from './unit-key.ts'
import { unitMarker } from './unit-markers.ts'
import { STILL_KNOWN, unitRowItem, unitRowKey } from './unit-row.ts'

/** A state of an episode as it arrives. */
export type Arrival = {
  readonly region: string
  readonly id: string
  /** The server clock's instant, UTC with milliseconds. */
  readonly at: string
  /** Whether the current revision's number, if there is one, is what the sender expects. */
  readonly isExpected?: (current: number | undefined) => boolean
  /** The state with its person's pseudonym under a version of the region's key; without one, under the newest. */
  readonly episodeUnder: (keyVersion?: string) => Promise<Episode>
  /** The older versions of the region's key, under which the person may be known too. */
  readonly olderKeyVersions?: readonly string[]
}

/**
 * What became of an arrival, and which units' months it may have changed: all that the episode has ever been in, also when
 * it is unchanged, for whoever sends again may have had no answer, and no one else may have told of what was kept before.
 */
export type Recorded =
  | {
      readonly result: 'created' | 'changed' | 'unchanged' | 'outdated'
      readonly current: Revision
      readonly touched: readonly UnitMonth[]
    }
  /** A stored revision has the same source instant and other content. */
  | { readonly result: 'contradicts' }
  /** The current revision is not the one that the sender expects. */
  | { readonly result: 'not-current' }

const ATTEMPTS = 16

/**
 * Keeps a state as a new revision, unless an equal one is stored already. Revision, row and person go into one
 * transaction whose condition is that the revision's number is still free: of two writers at once, one reads again.
 */
export const recordEpisode = (
  table: Table,
  revisionsOf: (region: string, id: string) => Promise<readonly Revision[]>,
): ((arrival: Arrival) => Promise<Recorded>) => {
  const markUnit = unitMarker(table)
  return async (arrival) => {
    const { region, id, isExpected = () => true } = arrival
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await setTimeout(delayBefore(attempt))
      const stored = await revisionsOf(region, id)
      const current = currentRevision(stored)
      const same = await findSame(stored, arrival)
      if (same !== undefined && current !== undefined)
        return { result: 'unchanged', current, touched: unitMonthsOf(stored) }
      if (!isExpected(current?.number)) return { result: 'not-current' }
      const episode = await arrival.episodeUnder()
      if (stored.some((revision) => hasSameInstant(revision, episode))) return { result: 'contradicts' }
      const revision = nextRevision(stored, arrival, episode)
      const others = await olderPseudonyms(arrival)
      await linkPseudonyms(table, region, episode.patient.pseudonym, { others, at: revision.recordedAt })
      const becomesCurrent = current === undefined || isNewer(episode, current.episode)
      await markUnit(region, unitMonthOf(factsOf(episode)))
      const written = await table.transact(writesFor(arrival, revision, current, becomesCurrent))
      if (!written.applied) continue
      const touched = unitMonthsOf([...stored, revision])
      if (current === undefined) return { result: 'created', current: revision, touched }
      if (becomesCurrent) return { result: 'changed', current: revision, touched }
      return { result: 'outdated', current, touched }
    }
    throw new TableBusyError('Too many writers at once on one episode')
  }
}

const unitMonthsOf = (revisions: readonly Revision[]): readonly UnitMonth[] => {
  const units = revisions.map(({ episode }) => unitMonthOf(factsOf(episode)))
  return [...new Map(units.map((unit) => [`${unitName(unit)}#${unit.month}`, unit])).values()]
}

/** The stored revision with the same content, compared under the key version that it was stored with. */
const findSame = async (stored: readonly Revision[], arrival: Arrival): Promise<Revision | undefined> => {
  for (const keyVersion of new Set(stored.map(({ episode }) => episode.patient.pseudonymKeyVersion))) {
    const episode = await arrival.episodeUnder(keyVersion)
    const same = stored.find((revision) => sameContent(revision.episode, episode))
    if (same !== undefined) return same
  }
  return undefined
}

const olderPseudonyms = async ({ olderKeyVersions = [], episodeUnder }: Arrival): Promise<readonly string[]> => {
  const older = await Promise.all(olderKeyVersions.map((version) => episodeUnder(version)))
  return older.map(({ patient }) => patient.pseudonym)
}

const hasSameInstant = (revision: Revision, { sourceUpdatedAt }: Episode): boolean =>
  revision.episode.sourceUpdatedAt === sourceUpdatedAt

/** Numbered after the last, and never recorded before it, even when the server's clock has been set back. */
const nextRevision = (stored: readonly Revision[], { at }: Arrival, episode: Episode): Revision => {
  const last = stored.at(-1)
  return {
    number: (last?.number ?? 0) + 1,
    recordedAt: last !== undefined && last.recordedAt > at ? last.recordedAt : at,
    episode,
  }
}

const writesFor = (
  { region, id }: Arrival,
  revision: Revision,
  current: Revision | undefined,
  becomesCurrent: boolean,
): readonly Write[] => {
  const person: Write = {
    kind: 'put',
    item: { pk: personPartition(region, revision.episode.patient.pseudonym), sk: id },
  }
  const append: Write = { kind: 'put', item: revisionItem(region, id, revision), condition: { kind: 'absent' } }
  if (!becomesCurrent) return [append, person]
  return [append, person, ...endOf(region, id, current, revision), startOf(region, id, revision)]
}

const startOf = (region: string, id: string, { number, recordedAt, episode }: Revision): Write => {
  const facts = factsOf(episode)
  const digest = stayDigest(stayOf(episode))
  const row = { region, id, revision: number, facts, from: recordedAt, until: STILL_KNOWN, digest }
  return { kind: 'put', item: unitRowItem(unitMonthOf(facts), row), condition: { kind: 'absent' } }
}

const endOf = (region: string, id: string, ended: Revision | undefined, by: Revision): readonly Write[] =>
  ended === undefined
    ? []
    : [
        {
          kind: 'update',
          key: unitRowKey(unitMonthOf(factsOf(ended.episode)), { region, id, revision: ended.number }),
          set: { until: by.recordedAt },
          condition: { kind: 'equals', attribute: 'until', value: STILL_KNOWN },
        },
      ]
