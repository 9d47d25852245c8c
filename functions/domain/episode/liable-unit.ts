import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { Month } from '../calendar/civil-date.ts'
import { districtInMonth } from './district.ts'
import type { EpisodeFacts } from './facts.ts'

/** The municipality that pays: the placing one, else the one of registration (5 kap. 2 §). */
export type LiableMunicipality = {
  readonly municipality: string
  readonly because: 'registered' | 'placed'
  /** In Stockholm: the district in the division of the month, when it is recorded and valid then. */
  readonly district?: string
  /** True when the recorded district had ended and its successor took its place. */
  readonly districtSucceeded: boolean
}

/** The liable municipality, and its district in a month; undefined when neither registration nor placement is recorded. */
export const liableMunicipalityOf = (facts: EpisodeFacts, month: Month | undefined): LiableMunicipality | undefined => {
  const placed = facts.placedByMunicipality !== undefined
  const municipality = placed ? facts.placedByMunicipality : facts.registeredMunicipality
  if (municipality === undefined) return undefined
  const recordedDistrict = placed ? facts.placedByDistrict : facts.registeredDistrict
  const district = municipality === STOCKHOLM_CITY ? districtInMonth(recordedDistrict, month) : undefined
  return {
    municipality,
    because: placed ? 'placed' : 'registered',
    ...(district === undefined ? {} : { district }),
    districtSucceeded: district !== undefined && district !== recordedDistrict,
  }
}

/** The fact that must be recorded before the district of a liable municipality can be known. */
export const districtFact = ({ because }: LiableMunicipality): string =>
  because === 'placed' ? 'patient.placedByDistrict' : 'patient.registeredDistrict'
