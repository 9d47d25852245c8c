import { setTimeout } from 'node:timers/promises'
import { anEpisode, type Told } from './an-episode.ts'
import type { Answer, Api } from './api.ts'

/** A stay in Umeå in May 2022: seven ready days, of which the Act leaves four as candidates, or three when it is told after noon. */
export const aCandidate = (told: Told = {}, municipality = '2480') =>
  anEpisode({ ready: '2022-05-10 10:00', out: '2022-05-17 15:00', ...told }, municipality)

/** What a joint group says of an episode, but for what matters. */
export const aReview = (episode: string, told: object = {}) => ({
  episode,
  outcome: 'approve',
  reason: 'The group has gone through the stay.',
  participants: ['Region Västerbotten, head of the ward', 'Umeå, head of home care'],
  ...told,
})

/** A joint group's region, spoken to. */
export const jointGroup = (service: () => Api, month = '2022-05') => {
  const liabilityOf = async (municipality = '2480', query = '') => {
    const path = `/v1/liabilities?month=${month}&municipality=${municipality}${query}`
    return (await service().get('region-24', path, { 'accept-language': 'en' })).body.liabilities[0]
  }
  return {
    put: (id: string, body: object) => service().put('hospital-24', `/v1/episodes/24~${id}`, body),
    review: (id: string, told: object = {}): Promise<Answer> =>
      service().post('region-24', '/v1/reviews', aReview(`24~${id}`, told)),
    liabilityOf,
    /** The liability once it has so many corrections. */
    corrected: async (municipality: string, count: number) => {
      for (let waited = 0; waited < 500; waited += 1) {
        const found = await liabilityOf(municipality)
        if (found.corrections.length >= count) return found
        await setTimeout(20)
      }
      throw new Error('Waited in vain for a correction')
    },
  }
}
