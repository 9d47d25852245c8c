import { anEpisode } from './an-episode.ts'
import type { Answer, Api } from './api.ts'
import { stays } from './hand-computed.ts'

/** What tests of disputes ask for again and again, of a service that may not have started yet. */
export const contesting = (service: () => Api) => ({
  /** Puts stays of so many ready days each, discharged on 20 May 2022, the first under the number `from`. */
  put: async (municipality: string, readyDays: readonly number[], from = 0): Promise<void> => {
    const region = municipality.slice(0, 2)
    for (const [index, told] of stays(readyDays, '2022-05-20').entries())
      await service().put(
        `hospital-${region}`,
        `/v1/episodes/${region}~${municipality}-${from + index}`,
        anEpisode(told, municipality),
      )
  },
  /** Contests an episode by its number, as the municipality of the liability. */
  contest: (liability: string, number: number, changes: object = {}): Promise<Answer> => {
    const [region, , , municipality] = liability.split('~')
    const episode = `${region}~${municipality}-${number}`
    const body = { liability, episode, reason: 'not-ready', ...changes }
    return service().post(`municipality-${municipality}`, '/v1/disputes', body)
  },
  /** Decides a dispute as a client. */
  decide: (client: string, id: string, outcome: string, changes: object = {}): Promise<Answer> =>
    service().post(client, `/v1/disputes/${id}/decisions`, { outcome, reason: 'Agreed at a meeting.', ...changes }),
  /** A liability as its region sees it. */
  liabilityOf: async (id: string, query = ''): Promise<Answer['body']> =>
    (await service().get(`region-${id.slice(0, 2)}`, `/v1/liabilities/${id}${query}`)).body,
})

/** The id of a municipality's liability for May 2022 in Jönköping's county. */
export const inJonkoping = (municipality: string): string => `06~jonkoping~2.1~${municipality}~2022-05`
