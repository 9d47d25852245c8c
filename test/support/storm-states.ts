import { addDays } from '#domain/calendar/civil-date.ts'
import { REGION } from './a-closing-county.ts'
import type { SentState, Storm } from './a-storm.ts'
import { anEpisode } from './an-episode.ts'
import type { Random } from './random.ts'

/** The episodes that all writers write to, and the units and months that they collide in. */
export const IDS = Array.from({ length: 24 }, (_, index) => `${REGION}~storm-${index}`)
export const UNITS = ['1715', '1760', '1780', '1781', '1782', '1783', '1784', '1785', null] as const
export const MONTHS = ['2021-12', '2022-01'] as const

/** A new state of an episode, remembered as sent: most are newer than all before, some come late, and some are cancelled. */
export const aState = ({ random, sent }: Storm, id = random.one(IDS), instant?: string): SentState => {
  const caseNumber = `state-${sent.size + 1}`
  const municipality = random.one(UNITS)
  const [readyDays, cancelled] = [1 + random.below(9), random.below(10) === 0]
  const out = random.below(10) === 0 ? undefined : `${random.one(MONTHS)}-${10 + random.below(20)}`
  const sourceUpdatedAt = instant ?? anInstant(random, sent.size)
  const until = out ?? '2022-01-20'
  const told = { ready: `${addDays(until, -readyDays)} 10:00`, ...(out === undefined ? {} : { out: `${out} 15:00` }) }
  const body = anEpisode({ ...told, sourceUpdatedAt, body: { caseNumber, cancelled } }, municipality)
  const month = out?.slice(0, 7)
  const state = { id, caseNumber, sourceUpdatedAt, municipality, month, readyDays, cancelled, body }
  sent.set(caseNumber, state)
  return state
}

// One in five comes late; no two have the same instant.
const anInstant = (random: Random, nth: number): string =>
  `2022-0${random.below(5) === 0 ? 2 : 3}-01T00:00:00.${`${nth}`.padStart(6, '0')}Z`

/** A state that was sent before. */
export const aSentState = ({ random, sent }: Storm): SentState | undefined => {
  const nth = random.below(sent.size + 1)
  return sent.get(`state-${nth}`)
}
