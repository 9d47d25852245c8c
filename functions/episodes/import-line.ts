import { holdsOwnReserveNumber } from '#domain/episode/identity-number.ts'
import type { Caller } from '#http/caller.ts'
import type { RuleFault } from '#http/fault-reasons.ts'
import { check } from '#http/faults.ts'
import { parseJson } from '#http/json-text.ts'
import { episodeBody } from '#schemas/episode.ts'
import type { Touched } from '#store/access-record.ts'
import { type EpisodeReference, parseEpisodeId, showEpisodeId } from './episode-reference.ts'
import { type Received, type Reception, receiveEpisode } from './receive-episode.ts'
import { touchedEpisode } from './touched-episode.ts'

/** What became of one line of an import; `id` is told only when it is a valid one. */
export type LineResult = {
  readonly id: string | undefined
  readonly result: 'created' | 'changed' | 'unchanged' | 'outdated' | 'refused'
  readonly faults: readonly RuleFault[]
  /** The episode that the line is of, as far as is known. */
  readonly touched?: Touched
}

/** Receives one line: an episode body with its id beside the rest. */
export const importLine = async (reception: Reception, caller: Caller, line: string): Promise<LineResult> => {
  const json = parseJson(line)
  if (json.kind === 'broken') return refused(undefined, [{ pointer: '', rule: 'broken-json' }])
  if (json.kind === 'refused') return refused(undefined, [{ pointer: '', rule: json.rule }])
  const { id: sentId, body: sentBody } = apart(json.value)
  const reference = parseEpisodeId(sentId)
  const faultsOfId: readonly RuleFault[] = typeof reference === 'string' ? [{ pointer: '/id', rule: reference }] : []
  const id = typeof reference === 'string' ? undefined : showEpisodeId(reference)
  const body = check(episodeBody, sentBody)
  if (!body.accepted) return refused(id, [...faultsOfId, ...body.faults])
  if (typeof reference === 'string') return refused(id, faultsOfId)
  if (holdsOwnReserveNumber(reference.id, body.value.patient.identity))
    return refused(undefined, [{ pointer: '/id', rule: 'id-holds-identity-number' }])
  return resultOf(reference, await receiveEpisode(reception, caller, reference, body.value))
}

/** The id of a line, if it is a valid one; the rest of the line is not looked at. */
export const idOfLine = (line: string): string | undefined => {
  const json = parseJson(line)
  const reference = json.kind === 'value' ? parseEpisodeId(apart(json.value).id) : 'missing'
  return typeof reference === 'string' ? undefined : showEpisodeId(reference)
}

const apart = (value: unknown): { readonly id: unknown; readonly body: unknown } => {
  if (typeof value !== 'object' || value === null || !('id' in value)) return { id: undefined, body: value }
  const { id, ...body } = value
  return { id, body }
}

const resultOf = (reference: EpisodeReference, received: Received): LineResult => {
  const id = showEpisodeId(reference)
  switch (received.result) {
    case 'created':
    case 'changed':
    case 'unchanged':
    case 'outdated':
      return { id, result: received.result, faults: [], touched: touchedEpisode(reference, received.current) }
    case 'implausible':
      return refused(id, received.faults)
    case 'contradicts':
      return refused(id, [{ pointer: '/sourceUpdatedAt', rule: 'same-instant-other-content' }])
    case 'other-region':
      return refused(id, [{ pointer: '/id', rule: 'other-region' }])
    case 'other-hospital':
      return refused(id, [{ pointer: '/hospital', rule: 'other-hospital' }])
    case 'not-current':
      throw new Error('A line of an import expects no revision')
  }
}

const refused = (id: string | undefined, faults: readonly RuleFault[]): LineResult => ({
  id,
  result: 'refused',
  faults,
  ...(id !== undefined && { touched: { episode: id } }),
})
