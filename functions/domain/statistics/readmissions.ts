import type { ReadmissionsFile } from '#schemas/definitions/readmissions.ts'
import { addDays, type CivilDate } from '../calendar/civil-date.ts'
import { type MergedStay, mergedStays } from './merged-stays.ts'
import type { PersonStay } from './person-stay.ts'

/** What decides whether a stay is an index stay and whether a readmission follows. */
export type ReadmissionRule = Pick<
  ReadmissionsFile,
  'minimumAge' | 'firstDay' | 'windows' | 'notDischargedTo' | 'mergeTransfers' | 'outcomeCareTypes'
>

/** Never a guess: `unknown` where a fact that is not recorded could make it either. */
export type Answer = 'yes' | 'no' | 'unknown'

/** Whether an unplanned readmission follows within so many civil days. */
export type ReadmittedWithin = { readonly days: number; readonly answer: Answer }

/** Whether a stay is an index stay and, unless it certainly is none, what follows in each window, the shortest first. */
export type IndexAnswer =
  | { readonly id: string; readonly isIndex: 'no' }
  | {
      readonly id: string
      readonly dischargedOn: CivilDate
      readonly isIndex: 'yes' | 'unknown'
      readonly readmittedWithin: readonly ReadmittedWithin[]
    }

/**
 * What each of one person's stays is in the statistics of readmissions, once they are merged across transfers: under the id
 * of the last of those merged. The stays before it have no answer of their own. Cancelled stays are left out beforehand.
 */
export const readmissions = (rule: ReadmissionRule, stays: readonly PersonStay[]): readonly IndexAnswer[] => {
  const merged = mergedStays(stays, rule.mergeTransfers.withinDays)
  return merged.map((stay, place) => indexAnswer(rule, stay, merged.slice(place + 1)))
}

const indexAnswer = (rule: ReadmissionRule, { last }: MergedStay, later: readonly MergedStay[]): IndexAnswer => {
  const { id, discharge, ageAtDischarge } = last
  if (discharge === undefined || isNoIndexStay(rule, discharge.to, ageAtDischarge)) return { id, isIndex: 'no' }
  return {
    id,
    dischargedOn: discharge.on,
    isIndex: ageAtDischarge === undefined ? 'unknown' : 'yes',
    readmittedWithin: rule.windows.map((days) => ({ days, answer: readmitted(rule, discharge.on, days, later) })),
  }
}

/** Whether a discharge is certainly none of an index stay; an age that is not known leaves it open. */
export const isNoIndexStay = (
  { notDischargedTo, minimumAge }: ReadmissionRule,
  to: NonNullable<PersonStay['discharge']>['to'],
  age: number | undefined,
): boolean => notDischargedTo.includes(to) || (age !== undefined && age < minimumAge)

/** One admission that certainly is unplanned makes it certain, whatever is not recorded of others. */
const readmitted = (
  { firstDay, outcomeCareTypes }: ReadmissionRule,
  dischargedOn: CivilDate,
  days: number,
  later: readonly MergedStay[],
): Answer => {
  const [from, until] = [addDays(dischargedOn, firstDay), addDays(dischargedOn, days)]
  const admissions = later
    .map(({ first }) => first)
    .filter((stay) => from <= stay.admittedOn && stay.admittedOn <= until && outcomeCareTypes.includes(stay.careType))
  if (admissions.some(({ planned }) => planned === false)) return 'yes'
  return admissions.some(({ planned }) => planned === undefined) ? 'unknown' : 'no'
}
