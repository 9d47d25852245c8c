import { type Episode, episode } from '#schemas/episode.ts'
import type { ToldStay } from './readmissions-history.ts'

/** Whose a stay is, when its source updated it, and whether it was cancelled. */
export type Keeping = {
  readonly pseudonym: string
  readonly sourceUpdatedAt: string
  readonly cancelled?: boolean
  readonly municipality?: string
}

/** A told stay as it is kept, of Haninge unless told otherwise. */
export const aKeptEpisode = (
  { careType, admittedAt, planned, dischargedAt, to, age }: Omit<ToldStay, 'id'>,
  { pseudonym, sourceUpdatedAt, cancelled = false, municipality = '0136' }: Keeping,
): Episode =>
  episode.parse({
    sourceUpdatedAt,
    hospital: 'SE2321000016-15CQ',
    careType,
    admission: { at: admittedAt, planned },
    discharge: dischargedAt === undefined ? undefined : { at: dischargedAt, to },
    cancelled,
    patient: {
      pseudonym,
      pseudonymKeyVersion: '1',
      ...(age === undefined || dischargedAt === undefined ? {} : { ageAtDischarge: age }),
      registeredMunicipality: municipality,
    },
  })
