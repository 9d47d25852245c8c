import type { LogOwner } from '#store/access-log.ts'
import type { AccessRecord } from '#store/access-record.ts'

/** A record of the log as the API writes it; a municipality is not told the pseudonyms, region by region, of whom it searched for. */
export const accessAnswer = (record: AccessRecord, { kind }: LogOwner) => {
  const { id, regions, touched, traceId } = record
  const told = touched.filter(({ episode }) => episode !== undefined || kind === 'region')
  return {
    id,
    ...whoAnswer(record),
    regions,
    careUnits: once(touched.map(({ careUnit }) => careUnit)),
    episodes: once(touched.map(({ episode }) => episode)),
    pseudonyms: once(told.map(({ pseudonym }) => pseudonym)),
    traceId,
  }
}

/** Each name once, sorted. */
export const once = (names: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(names.filter((name) => name !== undefined))].sort()

/** Who did what, when and why, with nothing that names a patient. */
export const whoAnswer = ({ at, sub, hsaId, organisation, route, purpose, outcome }: AccessRecord) => ({
  at,
  sub: sub ?? null,
  hsaId: hsaId ?? null,
  organisation:
    organisation === undefined
      ? null
      : {
          ...organisation,
          district: organisation.district ?? null,
          hospitals: organisation.hospitals ?? null,
        },
  route,
  purpose: purpose ?? null,
  outcome,
})
