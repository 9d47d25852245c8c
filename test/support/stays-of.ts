import { aRecordedEpisode } from './an-episode-facts.ts'

/** Recorded episodes of a municipality discharged on 20 May 2022 after so many ready days each, called 0, 1, 2 and so on. */
export const staysOf = (readyDays: readonly number[], municipality: string) =>
  readyDays.map((days, index) =>
    aRecordedEpisode({
      id: `${index}`,
      region: municipality.slice(0, 2),
      registeredMunicipality: municipality,
      ready: `${new Date(Date.UTC(2022, 4, 20 - days)).toISOString().slice(0, 10)} 10:00:00`,
      out: '2022-05-20',
    }),
  )
