import { type CivilDate, daysBetween } from '../calendar/civil-date.ts'

/** A bracket of age in whole days, both ends included; without an end, from its first day on. */
export type AgeBracket = { readonly fromDays: number; readonly untilDays: number | undefined }

const LAST: AgeBracket = { fromDays: 91, untilDays: undefined }

/** The brackets by which open disputes are told apart, the youngest first. */
const AGE_BRACKETS: readonly AgeBracket[] = [{ fromDays: 0, untilDays: 30 }, { fromDays: 31, untilDays: 90 }, LAST]

/** The bracket on a day of what began on another. */
export const ageOf = (beganOn: CivilDate, today: CivilDate): AgeBracket => {
  const days = daysBetween(beganOn, today)
  return AGE_BRACKETS.find(({ untilDays }) => untilDays === undefined || days <= untilDays) ?? LAST
}
