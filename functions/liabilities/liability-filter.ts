import * as z from 'zod'
import { countyCode, districtCode, municipalityCode, STOCKHOLM_CITY } from '#schemas/codes.ts'
import { month } from '#schemas/time.ts'

/** What narrows a list of liabilities; the month is always named. */
export type LiabilityFilter = {
  readonly month: string
  readonly region?: string | undefined
  readonly municipality?: string | undefined
  readonly district?: string | undefined
  readonly agreement?: string | undefined
  /** As it was known at an instant, by rules and episodes alike; absent: now. */
  readonly asOf?: string | undefined
}

const parts = z.tuple([
  countyCode,
  z.string(),
  z.string(),
  z.union([municipalityCode, districtCode, z.literal('unknown')]),
  month,
])

/** Where to look for a liability by its id; undefined when it cannot be one. */
export const parseLiabilityId = (id: string): LiabilityFilter | undefined => {
  const parsed = parts.safeParse(id.split('~'))
  if (!parsed.success) return undefined
  const [region, , , unit, ofMonth] = parsed.data
  if (unit === 'unknown') return { month: ofMonth, region }
  return districtCode.safeParse(unit).success
    ? { month: ofMonth, region, municipality: STOCKHOLM_CITY, district: unit }
    : { month: ofMonth, region, municipality: unit }
}
