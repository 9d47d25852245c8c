import { parseEpisodeId } from '#functions/episodes/episode-reference.ts'
import { type Reception, receiveEpisode } from '#functions/episodes/receive-episode.ts'
import { type Caller, parseCaller } from '#http/caller.ts'
import { episodeBody } from '#schemas/episode.ts'
import { localClient } from '../clients.ts'
import { type DemoEpisode, type DemoUnitMonth, demoMonth, demoYear } from './demo-episodes.ts'

/**
 * Sends the demo to the service as hospitals would, unless its last episode is stored already. The instants in it are
 * fixed, so that what an interrupted start has left is completed and nothing is stored twice.
 */
export const loadDemo = async (reception: Reception, demo: 'off' | 'month' | 'year'): Promise<void> => {
  if (demo === 'off') return
  const unitMonths = demo === 'month' ? demoMonth : demoYear
  if (await isStored(reception, unitMonths.at(-1))) return
  for (const unitMonth of unitMonths) for (const episode of unitMonth()) await sendEpisode(reception, episode)
}

/** Sends one episode; throws when it is refused, except where its place is taken by other content. */
export const sendEpisode = async (reception: Reception, { id, body }: DemoEpisode): Promise<void> => {
  const reference = referenceOf(id)
  const received = await receiveEpisode(reception, hospitalOf(reference.region), reference, episodeBody.parse(body))
  switch (received.result) {
    case 'created':
    case 'changed':
    case 'unchanged':
    case 'outdated':
    case 'contradicts':
      return
    case 'implausible':
    case 'other-region':
    case 'other-hospital':
    case 'not-current':
      throw new Error(`The demo episode ${id} was refused: ${received.result}`)
  }
}

const isStored = async ({ episodes }: Reception, unitMonth: DemoUnitMonth | undefined): Promise<boolean> => {
  const last = unitMonth?.().at(-1)
  if (last === undefined) return true
  const { region, id } = referenceOf(last.id)
  return (await episodes.current(region, id)) !== undefined
}

const referenceOf = (id: string) => {
  const reference = parseEpisodeId(id)
  if (typeof reference === 'string') throw new Error(`A demo episode has an id that cannot be used: ${reference}`)
  return reference
}

/** The caller that a region's own hospital client is. */
const hospitalOf = (region: string): Caller => {
  const client = localClient(`hospital-${region}`)
  const caller = parseCaller({ sub: client?.id, scope: client?.scopes.join(' '), ...client?.tenant })
  if (caller === undefined) throw new Error(`There is no hospital client for region ${region}`)
  return caller
}
