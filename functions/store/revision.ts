import { createHash } from 'node:crypto'
import * as z from 'zod'
import { compareInstants } from '#domain/calendar/civil-time.ts'
import { type Episode, episode, type RecordedStay } from '#schemas/episode.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Item, Key } from './table.ts'

/** One stored state of an episode, immutable, numbered from 1 in the order of arrival. */
export type Revision = { readonly number: number; readonly recordedAt: string; readonly episode: Episode }

export const episodePartition = (region: string, id: string): string => `E#${region}#${id}`

export const revisionKey = (region: string, id: string, number: number): Key => ({
  pk: episodePartition(region, id),
  sk: `R#${`${number}`.padStart(6, '0')}`,
})

export const revisionItem = (region: string, id: string, revision: Revision): Item => ({
  ...revisionKey(region, id, revision.number),
  number: revision.number,
  recordedAt: revision.recordedAt,
  content: canonicalJson(revision.episode),
})

export const revisionFrom = ({ number, recordedAt, content }: Item): Revision => ({
  number: z.int().parse(number),
  recordedAt: z.string().parse(recordedAt),
  episode: episode.parse(JSON.parse(z.string().parse(content))),
})

/** The revision that counts: the one the source updated last, whatever the order of arrival. */
export const currentRevision = (revisions: readonly Revision[]): Revision | undefined =>
  revisions.reduce<Revision | undefined>(
    (current, revision) => (current === undefined || isNewer(revision.episode, current.episode) ? revision : current),
    undefined,
  )

export const isNewer = (a: Episode, b: Episode): boolean => compareInstants(a.sourceUpdatedAt, b.sourceUpdatedAt) > 0

/** True when two states say the same of the same person; the version of the pseudonym's key is not content. */
export const sameContent = (a: Episode, b: Episode): boolean => contentOf(a) === contentOf(b)

const contentOf = ({ patient: { pseudonymKeyVersion: _, ...patient }, ...stay }: Episode): string =>
  canonicalJson({ ...stay, patient })

/** What is recorded of a stay, but for whose it is: what a statement rests on, and what may be handed on with it. */
export const stayOf = ({
  patient: { pseudonym: _, pseudonymKeyVersion: __, ...patient },
  ...stay
}: Episode): RecordedStay => ({ ...stay, patient })

/** The SHA-256 of a recorded stay, as canonical JSON, in hexadecimal. */
export const stayDigest = (stay: RecordedStay): string =>
  createHash('sha256').update(canonicalJson(stay), 'utf8').digest('hex')
