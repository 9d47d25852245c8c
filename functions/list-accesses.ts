import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { unprocessable } from '#http/problem.ts'
import { accessAnswer } from './accesses/access-answer.ts'
import { logOwnerOf } from './accesses/log-owner.ts'
import { freshSeed, sampleOf } from './accesses/sample.ts'
import type { Auditing } from './environment.ts'
import { parseEpisodeId } from './episodes/episode-reference.ts'
import { auditing, deployed } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers a month of the log to the auditor of a region or a municipality, the newest first, or a random sample of it. */
export const answer = endpoint(routes.listAccesses, async ({ caller, query, touched }, environment: Auditing) => {
  const { month, episode, sub, sample, seed = freshSeed() } = query
  const owner = logOwnerOf(caller)
  const fault = episode === undefined ? undefined : parseEpisodeId(episode)
  if (typeof fault === 'string') throw unprocessable([{ pointer: '?episode', rule: fault }])
  if (episode !== undefined) touched({ episode })
  const found = (await environment.accessLogReads.ofMonth(owner, month ?? environment.now().slice(0, 7))).filter(
    (record) =>
      (episode === undefined || record.touched.some((one) => one.episode === episode)) &&
      (sub === undefined || record.sub === sub),
  )
  const page = pageOf('accesses', sample === undefined ? found : sampleOf(found, sample, seed), query)
  const answers = page.accesses.map((record) => accessAnswer(record, owner))
  const drawn = sample === undefined ? {} : { sample: { seed, from: found.length } }
  return { status: 200, body: { ...page, accesses: answers, ...drawn } }
})

export const handler = deployed(answer, auditing)
