import { civilTimeOf, dateOf, inUtc } from '#domain/calendar/civil-time.ts'
import { ageOn, checkIdentity } from '#domain/episode/identity-number.ts'
import type { Episode, EpisodeBody } from '#schemas/episode.ts'
import type { Pseudonyms } from '#store/pseudonyms.ts'

/**
 * The state of an episode as it is kept: instants in UTC, a pseudonym under a version of the region's key, the age at
 * discharge, and nothing of the identity number. Throws when the number was not checked before.
 */
export const keyedEpisode = async (
  pseudonyms: Pseudonyms,
  region: string,
  body: EpisodeBody,
  keyVersion?: string,
): Promise<Episode> => {
  const { identity, ...patient } = body.patient
  const checked = checkIdentity(identity)
  if (!checked.ok) throw new TypeError('An identity number is checked before it is pseudonymised')
  const { pseudonym, keyVersion: pseudonymKeyVersion } = await pseudonyms.of(region, checked.normal, keyVersion)
  const { discharge } = body
  const ageAtDischarge =
    discharge === undefined || checked.bornOn === undefined
      ? undefined
      : ageOn(checked.bornOn, dateOf(civilTimeOf(discharge.at)))
  return {
    ...inUtcThroughout(body),
    patient: {
      ...patient,
      pseudonym,
      pseudonymKeyVersion,
      ...(ageAtDischarge === undefined ? {} : { ageAtDischarge }),
    },
  }
}

const inUtcThroughout = ({ patient: _, ...stay }: EpisodeBody): Omit<EpisodeBody, 'patient'> => ({
  ...stay,
  sourceUpdatedAt: inUtc(stay.sourceUpdatedAt),
  admission: { ...stay.admission, at: inUtc(stay.admission.at) },
  admissionNoticeSentAt: perhaps(stay.admissionNoticeSentAt),
  lengthOfStayEstimateSentAt: perhaps(stay.lengthOfStayEstimateSentAt),
  readiness: stay.readiness.map(({ noticeSentAt, withdrawnAt }) => ({
    noticeSentAt: inUtc(noticeSentAt),
    withdrawnAt: perhaps(withdrawnAt),
  })),
  planning: { ...stay.planning, calledAt: perhaps(stay.planning.calledAt) },
  discharge: stay.discharge === undefined ? undefined : { ...stay.discharge, at: inUtc(stay.discharge.at) },
})

const perhaps = (instant: string | undefined): string | undefined =>
  instant === undefined ? undefined : inUtc(instant)
