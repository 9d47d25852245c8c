import { holdsOwnReserveNumber } from '#domain/episode/identity-number.ts'
import { endpoint } from '#http/endpoint.ts'
import { conflict, forbidden, notFound, preconditionFailed, unprocessable } from '#http/problem.ts'
import type { Recording } from './environment.ts'
import { entityTag, episodeAnswer } from './episodes/episode-answer.ts'
import { parseEpisodeId } from './episodes/episode-reference.ts'
import { expectedRevision } from './episodes/if-match.ts'
import { receiveEpisode } from './episodes/receive-episode.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { deployed, logged, recording } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Keeps the whole current state of one episode; 201 when it is the first, 200 after that. */
export const answer = endpoint(
  routes.putEpisode,
  async ({ caller, params, body, header, touched }, environment: Recording) => {
    const reference = parseEpisodeId(params.episode)
    if (typeof reference === 'string') throw unprocessable([{ pointer: '{episode}', rule: reference }])
    if (holdsOwnReserveNumber(reference.id, body.patient.identity))
      throw unprocessable([{ pointer: '{episode}', rule: 'id-holds-identity-number' }])
    const received = await receiveEpisode(environment, caller, reference, body, expectedRevision(header('if-match')))
    switch (received.result) {
      case 'created':
      case 'changed':
      case 'unchanged':
      case 'outdated':
        touched(touchedEpisode(reference, received.current))
        return {
          status: received.result === 'created' ? 201 : 200,
          headers: { etag: entityTag(received.current) },
          body: episodeAnswer(reference, received.current),
        }
      case 'contradicts':
        throw conflict(sameInstantOtherContent, 'same-instant-other-content')
      case 'not-current':
        throw preconditionFailed()
      case 'implausible':
        throw unprocessable(received.faults)
      case 'other-hospital':
        throw forbidden(notYourHospital, 'other-hospital')
      case 'other-region':
        throw notFound()
    }
  },
)

export const handler = deployed(answer, logged(recording))

const sameInstantOtherContent = {
  sv: 'En sparad version har samma sourceUpdatedAt men annat innehåll.',
  en: 'A stored revision has the same sourceUpdatedAt and other content.',
}

const notYourHospital = {
  sv: 'Vårdenheten är inte en av dem som åtkomstbiljetten gäller.',
  en: 'The care unit is not one of those that the token speaks for.',
}
