import type { EpisodeBody } from '#schemas/episode.ts'

/** One patient's stay, as short as it can be told: what is not said went as it should. */
export type Stay = {
  /** The days of each time the patient was ready, the last up to the discharge; empty when no notice was ever sent. */
  readonly ready: readonly number[]
  /** The day of the month on which the patient was discharged. */
  readonly out: number
  readonly to?: NonNullable<EpisodeBody['discharge']>['to']
  readonly careType?: EpisodeBody['careType']
  /** The last readiness notice was sent after noon. */
  readonly afternoon?: boolean
  readonly admissionNotice?: 'late' | 'not-sent'
  readonly lengthOfStayEstimate?: 'not-sent'
  /** Unsaid, planning was not needed; `late` is a call four days after the date of the last notice. */
  readonly planning?: 'not-needed' | 'in-time' | 'late' | 'not-called' | 'not-recorded'
  readonly openCare?: EpisodeBody['openCare']
  readonly servicesRefused?: boolean
  readonly onlyRegionalOpenCare?: boolean
  /** Registered in this municipality, and placed by the unit. */
  readonly registeredIn?: string
}
