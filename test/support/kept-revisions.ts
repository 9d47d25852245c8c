import { compareInstants } from '#domain/calendar/civil-time.ts'
import type { Api } from './api.ts'
import type { Acknowledged } from './writers.ts'

/** What of a revision tells whether it is whole and in its place. */
export type KeptRevision = {
  readonly id: string
  readonly revision: number
  readonly current: boolean
  readonly sourceUpdatedAt: string
  readonly recordedAt: string
  readonly caseNumber: string
  readonly cancelled: boolean
  readonly readiness: readonly { readonly noticeSentAt: string }[]
  readonly discharge?: { readonly at: string }
  readonly patient: { readonly registeredMunicipality: string; readonly registeredDistrict?: string }
}

/** Every revision of an episode, page after page; none when it is not there. */
export const keptRevisions = async (service: Api, id: string): Promise<readonly KeptRevision[]> => {
  const kept: KeptRevision[] = []
  for (let page = 1; ; page += 1) {
    const { status, body } = await service.get('region-01', `/v1/episodes/${id}/revisions?limit=500&page=${page}`)
    if (status === 404) return []
    kept.push(...body.revisions)
    if (kept.length >= body.total) return kept
  }
}

/** Everything that is wrong with what is kept of an episode, after all that was acknowledged of it. */
export const faultsOf = (kept: readonly KeptRevision[], acknowledged: readonly Acknowledged[]): readonly string[] => [
  ...kept.flatMap(({ id, revision }, index) => (revision === index + 1 ? [] : [`${id} has a gap before ${revision}`])),
  ...kept.flatMap(({ id, recordedAt }, index) =>
    recordedAt >= (kept[index - 1]?.recordedAt ?? '') ? [] : [`${id} was recorded out of order`],
  ),
  ...faultsOfCurrent(kept),
  ...acknowledged.flatMap(({ id, caseNumber, revision }) => {
    const [found, ...others] = kept.filter((each) => each.caseNumber === caseNumber)
    if (found === undefined || others.length > 0) return [`${id} has lost or doubled ${caseNumber}`]
    return revision === undefined || found.revision === revision ? [] : [`${caseNumber} is no longer ${revision}`]
  }),
]

const faultsOfCurrent = (kept: readonly KeptRevision[]): readonly string[] => {
  const [newest] = kept.toSorted((a, b) => compareInstants(b.sourceUpdatedAt, a.sourceUpdatedAt))
  const current = kept.filter((revision) => revision.current)
  return current.length === Math.min(kept.length, 1) && current[0] === newest
    ? []
    : [`${newest?.id} has ${current.length} current revisions, or not the newest`]
}
