import { holdsIdentityNumber } from '#domain/episode/identity-number.ts'
import type { FaultRule } from '#http/fault-reasons.ts'
import { episodeId } from '#schemas/episode.ts'

/** An episode's id taken apart: the sending region and the source's own id. */
export type EpisodeReference = { readonly region: string; readonly id: string }

/** The parts of an id such as `01~lsp-2020-004711`; or the rule that it breaks. */
export const parseEpisodeId = (text: unknown): EpisodeReference | FaultRule => {
  const parsed = episodeId.safeParse(text)
  if (!parsed.success) return text === undefined ? 'missing' : 'wrong-form'
  const at = parsed.data.indexOf('~')
  const [region, id] = [parsed.data.slice(0, at), parsed.data.slice(at + 1)]
  return holdsIdentityNumber(id) ? 'id-holds-identity-number' : { region, id }
}

export const showEpisodeId = ({ region, id }: EpisodeReference): string => `${region}~${id}`
