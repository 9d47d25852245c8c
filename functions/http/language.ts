import type { Language } from '#schemas/text.ts'
import type { Step } from './exchange.ts'

/** The language that an `Accept-Language` header prefers: Swedish unless English is wanted more, or as much and named first. */
export const languageOf = (header: string | undefined): Language => {
  const ranges = (header ?? '').split(',', MAXIMUM_RANGES).map(rangeOf)
  const swedish = bestOf(ranges, 'sv')
  const english = bestOf(ranges, 'en')
  const isFirst = english.weight === swedish.weight && english.place < swedish.place
  return english.weight > swedish.weight || (isFirst && english.weight > 0) ? 'en' : 'sv'
}

/** Names the language of every answer. */
export const contentLanguage: Step = {
  after: ({ event: exchange, response }) => {
    if (response) response.headers = { ...response.headers, 'content-language': exchange.language }
  },
  onError: ({ event: exchange, response }) => {
    if (response) response.headers = { ...response.headers, 'content-language': exchange.language }
  },
}

const MAXIMUM_RANGES = 50

type Range = { readonly tag: string; readonly weight: number; readonly place: number }

const rangeOf = (part: string, place: number): Range => {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return { tag, weight: weightOf(quality?.slice('q='.length)), place }
}

// RFC 9110, 12.4.2; a weight that is none counts as not wanted.
const weightOf = (quality: string | undefined): number => {
  if (quality === undefined) return 1
  return /^(0(\.[0-9]{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0
}

const bestOf = (ranges: readonly Range[], language: Language): Range => {
  const named = ranges.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`))
  const fitting = named.length > 0 ? named : ranges.filter(({ tag }) => tag === '*')
  return fitting.reduce((best, range) => (range.weight > best.weight ? range : best), {
    tag: language,
    weight: 0,
    place: Number.POSITIVE_INFINITY,
  })
}
