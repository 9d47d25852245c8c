import type * as z from 'zod'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { addHours, instantOf } from '#domain/calendar/civil-time.ts'
import type { episodeBody } from '#schemas/episode.ts'
import type { Chance } from './chance.ts'
import type { Stay } from './stay.ts'
import { testPerson } from './test-person.ts'
import type { Unit } from './unit.ts'

/** A body as a hospital sends it. */
export type Body = z.input<typeof episodeBody>

/** The body of a stay in a unit's month; who the patient is, and the time of day, are left to chance. */
export const stayBody = (unit: Unit, month: string, stay: Stay, caseNumber: string, chance: Chance): Body => {
  const dischargedOn = `${month}-${`${stay.out}`.padStart(2, '0')}`
  const dischargedAt = at(dischargedOn, chance, 14, 16)
  const periods = periodsOf(stay.ready, dischargedOn)
  const admittedOn = addDays(periods[0]?.from ?? dischargedOn, -chance.between(2, 12))
  const admittedAt = at(admittedOn, chance, 7, 20)
  const noticeAt = addHours(
    admittedAt,
    stay.admissionNotice === 'late' ? chance.between(26, 34) : chance.between(2, 20),
  )
  const readiness = periods.map(({ from, until }, index) => {
    const isLast = index === periods.length - 1
    return {
      noticeSentAt: isLast && stay.afternoon ? at(from, chance, 12, 12, 10) : at(from, chance, 8, 11),
      withdrawnAt: isLast ? null : at(until, chance, 12, 15),
    }
  })
  const hospital = `SE00000000${unit.region}-${stay.careType === 'psychiatric' ? 'DEMOPSY' : 'DEMOSOM'}`
  return {
    sourceUpdatedAt: addHours(dischargedAt, 1),
    hospital,
    careType: stay.careType ?? 'somatic',
    patient: { identity: testPerson(chance), ...homeOf(unit, stay) },
    admission: { at: admittedAt, planned: chance.percent(20) },
    admissionNoticeSentAt: stay.admissionNotice === 'not-sent' ? null : noticeAt,
    lengthOfStayEstimateSentAt: stay.lengthOfStayEstimate === 'not-sent' ? null : noticeAt,
    readiness,
    planning: planningOf(stay, periods.at(-1)?.from, readiness.at(-1)?.noticeSentAt),
    openCare: stay.openCare ?? 'available',
    servicesRefused: stay.servicesRefused ?? false,
    onlyRegionalOpenCare: stay.onlyRegionalOpenCare ?? false,
    compulsoryOpenPsychiatricCare: false,
    discharge: { at: dischargedAt, to: stay.to ?? 'home' },
    ward: `${hospital}${chance.between(1, 9)}`,
    caseNumber,
    delays: delaysOf(stay, periods.at(-1)?.from, chance),
  }
}

type Period = { readonly from: CivilDate; readonly until: CivilDate }

const DAYS_BETWEEN_PERIODS = 2

/** From the discharge backwards. */
const periodsOf = (ready: readonly number[], dischargedOn: CivilDate): readonly Period[] => {
  const periods: Period[] = []
  for (const days of ready.toReversed()) {
    const next = periods[0]?.from
    const until = next === undefined ? dischargedOn : addDays(next, -DAYS_BETWEEN_PERIODS)
    periods.unshift({ from: addDays(until, -days), until })
  }
  return periods
}

/** A time of day on a date, to the minute: from the first hour, and its first minute, to the end of the last. */
const at = (date: CivilDate, chance: Chance, first: number, last: number, minute = 0): string => {
  const drawn = chance.between(first * 60 + minute, last * 60 + 44)
  return instantOf(`${date}T${twoDigits(Math.floor(drawn / 60))}:${twoDigits(drawn % 60)}:00`)
}

const twoDigits = (number: number): string => `${number}`.padStart(2, '0')

const homeOf = ({ municipality, district }: Unit, { registeredIn }: Stay): Omit<Body['patient'], 'identity'> =>
  registeredIn === undefined
    ? { registeredMunicipality: municipality, registeredDistrict: district ?? null }
    : { registeredMunicipality: registeredIn, placedByMunicipality: municipality, placedByDistrict: district ?? null }

const planningOf = (
  { planning = 'not-needed' }: Stay,
  lastNoticeOn: CivilDate | undefined,
  lastNoticeAt: string | undefined,
): NonNullable<Body['planning']> => {
  const called = lastNoticeAt === undefined ? {} : { calledAt: addHours(lastNoticeAt, 1) }
  switch (planning) {
    case 'not-needed':
      return { needed: false }
    case 'in-time':
      return { needed: true, ...called }
    case 'late':
      return { needed: true, calledAt: lastNoticeOn && instantOf(`${addDays(lastNoticeOn, 4)}T10:00:00`) }
    case 'not-called':
      return { needed: true }
    case 'not-recorded':
      return {}
  }
}

const delaysOf = ({ ready, to }: Stay, from: CivilDate | undefined, chance: Chance): Body['delays'] => {
  if (from === undefined || (ready.at(-1) ?? 0) < 2) return []
  const reason = to === 'special-housing' || to === 'short-term-housing' ? to : chance.oneOf(reasonsAtHome)
  return [{ from: addDays(from, 1), reason }]
}

const reasonsAtHome = ['home-care', 'home-care', 'aids', 'patient-or-relatives', 'other'] as const
