import { lastOfMonth } from '#domain/calendar/civil-date.ts'
import type { Chance } from './chance.ts'
import type { Stay } from './stay.ts'
import type { Unit } from './unit.ts'

/** The stays of a unit's month by chance: most leave within two days, few stay long, and now and then something is amiss. */
export const drawnStays = ({ size }: Unit, month: string, chance: Chance): readonly Stay[] => {
  const lastDay = Number(lastOfMonth(month).slice(8))
  return Array.from({ length: chance.between(size - 3, size + 3) }, () => drawnStay(chance, lastDay))
}

const drawnStay = (chance: Chance, lastDay: number): Stay => {
  const days = readyDays(chance)
  const stay: Stay = {
    ready: days > 2 && chance.percent(8) ? [days - 1, 1] : [days],
    out: chance.between(1, lastDay),
    to: chance.oneOf(destinations),
    careType: chance.percent(12) ? 'psychiatric' : 'somatic',
    afternoon: chance.percent(25),
    ...(chance.percent(55) && { planning: 'in-time' }),
  }
  return chance.percent(20) ? { ...stay, ...amiss(chance, days) } : stay
}

/** Three in ten leave on the day of the notice; the mean is about two days. */
const readyDays = (chance: Chance): number => {
  const drawn = chance.between(1, 100)
  if (drawn <= 30) return 0
  if (drawn <= 52) return 1
  if (drawn <= 70) return 2
  if (drawn <= 82) return 3
  if (drawn <= 90) return chance.between(4, 5)
  return drawn <= 97 ? chance.between(6, 8) : chance.between(9, 16)
}

const destinations = ['home', 'home', 'home', 'short-term-housing', 'short-term-housing', 'special-housing'] as const

const amiss = (chance: Chance, days: number): Partial<Stay> =>
  chance.oneOf<Partial<Stay>>([
    { admissionNotice: 'late' },
    { admissionNotice: 'late' },
    { admissionNotice: 'not-sent' },
    { lengthOfStayEstimate: 'not-sent' },
    { planning: 'not-called' },
    { planning: 'not-recorded' },
    days > 3 ? { planning: 'late', ready: [days] } : { planning: 'in-time' },
    { openCare: 'unavailable' },
    { openCare: 'unclear' },
    { servicesRefused: true },
    { onlyRegionalOpenCare: true },
    { to: 'transfer' },
    { to: 'deceased' },
    { to: 'deceased' },
    { ready: [] },
  ])
