import { addDays } from '#domain/calendar/civil-date.ts'
import { anEpisode } from './an-episode.ts'
import type { Api } from './api.ts'
import type { Random } from './random.ts'

/** A write that was answered: which state, by the case number that no other has, and as which revision when it became current. */
export type Acknowledged = { readonly id: string; readonly caseNumber: string; readonly revision: number | undefined }

/** Where the episodes of a crash lie. */
export const MUNICIPALITIES = ['0136', '0160', '0180'] as const
export const MONTHS = ['2020-03', '2020-04'] as const

const DISTRICTS = ['0180-farsta', '0180-bromma', undefined]

let states = 0

/** Sends new states of the episodes, one after the other, until the service is gone; what was answered goes to the list. */
export const writeUntilGone = async (
  service: Api,
  ids: readonly string[],
  random: Random,
  acknowledged: Acknowledged[],
): Promise<void> => {
  for (;;) {
    states += 1
    const [id, caseNumber] = [random.one(ids), `state-${states}`]
    try {
      const { status, body } = await service.put('hospital-01', `/v1/episodes/${id}`, aState(random, caseNumber))
      // Another writer may have taken the episode time after time: then nothing was promised.
      if (status === 503) continue
      if (status !== 200 && status !== 201) throw new UnexpectedAnswer(`${status} ${JSON.stringify(body)}`)
      acknowledged.push({ id, caseNumber, revision: body.caseNumber === caseNumber ? body.revision : undefined })
    } catch (error) {
      if (error instanceof UnexpectedAnswer) throw error
      return
    }
  }
}

class UnexpectedAnswer extends Error {}

const aState = (random: Random, caseNumber: string) => {
  const municipality = random.one(MUNICIPALITIES)
  const district = municipality === '0180' ? random.one(DISTRICTS) : undefined
  const out = `${random.one(MONTHS)}-2${random.below(9)}`
  const isOpen = random.below(10) === 0
  // Most are newer than all before; one in five comes late. No two have the same instant.
  const second = random.below(5) === 0 ? 0 : 1
  return anEpisode({
    ready: `${addDays(out, -random.below(12))} 10:00`,
    ...(isOpen ? {} : { out: `${out} 15:00` }),
    registered: municipality,
    ...(district === undefined ? {} : { district }),
    sourceUpdatedAt: `2021-01-01T00:00:0${second}.${`${states}`.padStart(6, '0')}Z`,
    body: { caseNumber, cancelled: random.below(10) === 0 },
  })
}
