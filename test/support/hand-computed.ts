import { addDays } from '#domain/calendar/civil-date.ts'
import { anEpisode, type Told } from './an-episode.ts'

/** A unit's month under one stage: what its hospitals send, and what a calculator makes of it under the agreement's text. */
export type HandComputed = {
  readonly name: string
  readonly municipality: string
  readonly month: string
  readonly agreement: string
  readonly stage: string
  /** Where each episode is put, and its body. */
  readonly episodes: readonly { readonly path: string; readonly body: unknown }[]
  /** Part of the liability as the API gives it. */
  readonly expected: Readonly<Record<string, unknown>>
}

/** The same with its episodes told in short. */
export type HandComputedCase = Omit<HandComputed, 'episodes'> & { readonly told: readonly Told[] }

/** A case with the bodies that a hospital of the municipality's county sends. */
export const handComputed = ({ told, ...computed }: HandComputedCase): HandComputed => {
  const { municipality, month, stage } = computed
  const county = municipality.slice(0, 2)
  return {
    ...computed,
    episodes: told.map((one, number) => ({
      path: `/v1/episodes/${county}~hand-${municipality}-${month}-stage-${stage}-${number}`,
      body: anEpisode(one, municipality),
    })),
  }
}

/** Stays of so many ready days each that end on a date. */
export const stays = (readyDays: readonly number[], out: string, told: Told = {}): readonly Told[] =>
  readyDays.map((days) => ({ ...told, ready: `${addDays(out, -days)} 10:00`, out: `${out} 15:00` }))

/** Expected days and amount of the average model. */
export const averagePart = (days: string, amount: string) => ({ averagePart: { days, amount } })

/** Expected days and amount of so many episodes that are charged by themselves. */
export const individualPart = (episodes: number, days: string, amount: string) => ({
  individualPart: { episodes, days, amount },
})
