import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { Statement } from '../agreement/statement.ts'
import { districtFact, type LiableMunicipality } from '../episode/liable-unit.ts'
import type { LiableUnit } from './decision.ts'
import { districtSucceeded } from './flags.ts'

/** The unit of liability under a rule's kind of unit, and what must be recorded before it can be known. */
export type Place = {
  readonly unit: LiableUnit
  readonly unitKnown: boolean
  readonly missing: readonly string[]
  readonly flags: readonly Statement[]
}

/** Where a liable municipality stands when the unit is the municipality, or the district within Stockholm. */
export const placeOf = (unit: 'municipality' | 'district', liable: LiableMunicipality): Place => {
  const { municipality, because, district } = liable
  if (unit === 'municipality' || municipality !== STOCKHOLM_CITY)
    return { unit: { municipality, because }, unitKnown: true, missing: [], flags: [] }
  if (district === undefined)
    return { unit: { municipality, because }, unitKnown: false, missing: [districtFact(liable)], flags: [] }
  return {
    unit: { municipality, district, because },
    unitKnown: true,
    missing: [],
    flags: liable.districtSucceeded ? [districtSucceeded] : [],
  }
}
