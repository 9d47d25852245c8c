import { checkIdentity } from '#domain/episode/identity-number.ts'
import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { unprocessable } from '#http/problem.ts'
import { monthsFrom } from '#schemas/access-log.ts'
import { once, whoAnswer } from './accesses/access-answer.ts'
import { logOwnerOf } from './accesses/log-owner.ts'
import type { Auditing, Searching } from './environment.ts'
import { showEpisodeId } from './episodes/episode-reference.ts'
import { episodesOfPerson } from './episodes/find-person.ts'
import { touchedEpisode } from './episodes/touched-episode.ts'
import { auditingPerson, deployed } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers who has looked at one patient, with nothing of any other (PDL 8 kap. 5 §); the number is neither stored nor logged. */
export const answer = endpoint(
  routes.extractAccesses,
  async ({ caller, body, query, touched }, environment: Auditing & Searching) => {
    const owner = logOwnerOf(caller)
    const checked = checkIdentity(body.identity)
    if (!checked.ok) throw unprocessable([{ pointer: '/identity/value', rule: checked.fault }])
    const months = monthsFrom(body.from, body.to)
    if (typeof months === 'string') throw unprocessable([{ pointer: '/to', rule: months }])
    const { found, pseudonyms } = await episodesOfPerson(environment, caller, checked.normal)
    touched(...pseudonyms, ...found.map(({ reference, current }) => touchedEpisode(reference, current)))
    const names = new Set(pseudonyms.map(({ pseudonym }) => pseudonym))
    const hospitals = new Map(
      found.map(({ reference, current }) => [showEpisodeId(reference), current.episode.hospital] as const),
    )
    const accesses = []
    for (const month of months.toReversed())
      for (const record of await environment.accessLogReads.ofMonth(owner, month)) {
        const own = record.touched.filter(
          ({ episode = '', pseudonym = '' }) => hospitals.has(episode) || names.has(pseudonym),
        )
        if (own.length === 0) continue
        const careUnits = once(own.map(({ careUnit, episode = '' }) => careUnit ?? hospitals.get(episode)))
        accesses.push({ ...whoAnswer(record), episodes: once(own.map(({ episode }) => episode)), careUnits })
      }
    return { status: 200, body: pageOf('accesses', accesses, query) }
  },
)

export const handler = deployed(answer, auditingPerson)
