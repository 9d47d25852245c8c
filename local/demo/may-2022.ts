import type { Stay } from './stay.ts'
import type { units } from './unit.ts'

/** The month that can be worked through by hand. */
export const TOLD_MONTH = '2022-05'

/** Every stay of the month, by unit. Each unit's first lines are those that count. */
export const toldStays: Readonly<Record<keyof typeof units, readonly Stay[]>> = {
  // Somatic: 14 in the mean with 27 ready days, 1.93 against 1.3. Psychiatric: 4 days after five free days.
  haninge: [
    { ready: [0], out: 3 },
    { ready: [0], out: 9, planning: 'in-time' },
    { ready: [0], out: 17 },
    { ready: [0], out: 24, to: 'deceased' },
    { ready: [1], out: 4, planning: 'in-time' },
    { ready: [1], out: 12 },
    { ready: [1], out: 20, to: 'short-term-housing', planning: 'in-time' },
    { ready: [2], out: 6, planning: 'in-time' },
    { ready: [2], out: 16 },
    { ready: [2], out: 27, to: 'short-term-housing', planning: 'in-time' },
    { ready: [3], out: 13, planning: 'in-time' },
    { ready: [2, 1], out: 19, planning: 'in-time' },
    { ready: [4], out: 23, to: 'special-housing', planning: 'in-time' },
    { ready: [8], out: 30, to: 'special-housing', planning: 'in-time' },
    { ready: [3], out: 5, servicesRefused: true },
    { ready: [5], out: 11, openCare: 'unavailable' },
    { ready: [2], out: 18, to: 'transfer' },
    { ready: [6], out: 25, to: 'short-term-housing', planning: 'late' },
    { ready: [], out: 10 },
    { careType: 'psychiatric', ready: [9], out: 21, planning: 'in-time' },
    { careType: 'psychiatric', ready: [3], out: 31, planning: 'in-time' },
  ],
  // 12 in the mean with 20 ready days, 1.67 against 1.3.
  farsta: [
    { ready: [0], out: 2 },
    { ready: [0], out: 10, planning: 'in-time' },
    { ready: [0], out: 18 },
    { ready: [1], out: 5, planning: 'in-time' },
    { ready: [1], out: 13 },
    { ready: [1], out: 20, planning: 'in-time' },
    { ready: [1], out: 25 },
    { ready: [2], out: 11, to: 'short-term-housing', planning: 'in-time' },
    { ready: [2], out: 19 },
    { ready: [3], out: 24, planning: 'in-time' },
    { ready: [4], out: 28, to: 'short-term-housing', planning: 'in-time' },
    { ready: [5], out: 31, to: 'special-housing', planning: 'in-time' },
    { ready: [4], out: 17, planning: 'not-called' },
    { ready: [2], out: 26, onlyRegionalOpenCare: true },
  ],
  // Whether the last patient needed planning is not recorded, and nobody called to it.
  tyreso: [
    { ready: [0], out: 6 },
    { ready: [1], out: 12, planning: 'in-time' },
    { ready: [1], out: 16 },
    { ready: [2], out: 20, planning: 'in-time' },
    { ready: [4], out: 27, to: 'short-term-housing', planning: 'in-time' },
    { ready: [7], out: 30, to: 'special-housing', planning: 'not-recorded' },
  ],
  // 13 in the mean with 31 ready days, 2.38 against 2.0, and one long stay of 11 days.
  jonkoping: [
    { ready: [0], out: 4 },
    { ready: [0], out: 13, planning: 'in-time' },
    { ready: [1], out: 6 },
    { ready: [1], out: 17, planning: 'in-time', admissionNotice: 'late' },
    { ready: [1], out: 24 },
    { ready: [2], out: 10, planning: 'in-time' },
    { ready: [2], out: 19, registeredIn: '0682', planning: 'in-time' },
    { ready: [2, 1], out: 25, planning: 'in-time' },
    { ready: [3], out: 12, to: 'short-term-housing', planning: 'in-time' },
    { careType: 'psychiatric', ready: [4], out: 20, planning: 'in-time' },
    { ready: [4], out: 27, to: 'short-term-housing', planning: 'in-time' },
    { ready: [5], out: 18, to: 'special-housing', planning: 'late' },
    { ready: [5], out: 30, to: 'special-housing', planning: 'in-time' },
    { ready: [11], out: 26, to: 'special-housing', planning: 'in-time' },
    { ready: [6], out: 11, lengthOfStayEstimate: 'not-sent' },
    { ready: [3], out: 23, planning: 'not-called' },
    { ready: [2], out: 31, to: 'transfer' },
  ],
  // Candidates for the joint group: 7 days after three free days, or four where the notice was sent after noon.
  umea: [
    { ready: [0], out: 3 },
    { ready: [0], out: 12, planning: 'in-time' },
    { ready: [1], out: 9 },
    { ready: [2], out: 17, planning: 'in-time' },
    { ready: [3], out: 20, planning: 'in-time' },
    { ready: [4], out: 11, afternoon: true, planning: 'in-time' },
    { ready: [5], out: 25, to: 'short-term-housing', planning: 'in-time' },
    { ready: [6], out: 30, to: 'special-housing', afternoon: true, planning: 'in-time' },
    { careType: 'psychiatric', ready: [6], out: 19, planning: 'in-time' },
    { ready: [5], out: 24, openCare: 'unclear' },
    { ready: [7], out: 31, planning: 'late' },
  ],
}
