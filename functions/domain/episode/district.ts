import { type StockholmDistrict, stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import { firstOfMonth, lastOfMonth, type Month } from '../calendar/civil-date.ts'

const districts: ReadonlyMap<string, StockholmDistrict> = new Map(
  stockholmDistricts.map((district) => [district.district, district]),
)

/**
 * The district that stands for a recorded one in a month: itself, or its successor where it ended before the month.
 * Undefined where none is recorded or it was not yet valid. Without a month (an open stay) the recorded one.
 */
export const districtInMonth = (recorded: string | undefined, month: Month | undefined): string | undefined => {
  if (recorded === undefined || month === undefined) return recorded
  const district = districts.get(recorded)
  if (district === undefined) return undefined
  if (district.validFrom !== undefined && district.validFrom > lastOfMonth(month)) return undefined
  const hasEnded = district.validTo !== undefined && district.validTo < firstOfMonth(month)
  return hasEnded ? districtInMonth(district.succeededBy, month) : recorded
}
