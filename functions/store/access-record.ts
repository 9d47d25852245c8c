import * as z from 'zod'
import { holdsIdentityNumber } from '#domain/episode/identity-number.ts'
import { purpose } from '#schemas/access-log.ts'
import { episodeId } from '#schemas/episode.ts'
import { counties } from '#schemas/reference/counties.ts'

const touched = z.strictObject({
  region: z.string(),
  /** As `region~id`; absent for a person who was searched for. */
  episode: z.string().optional(),
  pseudonym: z.string().optional(),
  careUnit: z.string().optional(),
})

/** One access to patients as it is kept; it holds no identity number, no body and no value of a query. */
export const accessRecord = z.strictObject({
  id: z.uuid(),
  at: z.string(),
  /** Absent without a valid token, as are the organisation and the HSA-id. */
  sub: z.string().optional(),
  hsaId: z.string().optional(),
  organisation: z
    .strictObject({
      kind: z.enum(['region', 'municipality', 'association']),
      code: z.string(),
      district: z.string().optional(),
      hospitals: z.array(z.string()).readonly().optional(),
    })
    .optional(),
  /** Method and template of the path. */
  route: z.string(),
  /** Absent when the caller named one that is none. */
  purpose: purpose.optional(),
  outcome: z.int(),
  traceId: z.string(),
  /** Whose patients it was about. */
  regions: z.array(z.string()).readonly(),
  touched: z.array(touched).readonly(),
})
export type AccessRecord = z.infer<typeof accessRecord>

/** What a request has to do with one episode, or with a person who was searched for in a region. */
export type Touched =
  | { readonly episode: string; readonly pseudonym?: string | undefined; readonly hospital?: string | undefined }
  | { readonly region: string; readonly pseudonym: string }

/** What is kept of all this: each once; an episode whose name could be an identity number is left out. */
export const touchedTogether = (all: readonly Touched[]): AccessRecord['touched'] => {
  const kept = all.flatMap((one): readonly z.infer<typeof touched>[] => {
    if (!('episode' in one)) return [one]
    const { episode, pseudonym, hospital: careUnit } = one
    if (holdsIdentityNumber(episode.slice(3))) return []
    return [{ region: episode.slice(0, 2), episode, ...(pseudonym && { pseudonym }), ...(careUnit && { careUnit }) }]
  })
  return [...new Map(kept.map((one) => [JSON.stringify(one), one])).values()]
}

/** What may be kept of the names in a path: an episode that one could be, and the region that one begins with. */
export const namedInPath = (
  parameters: Readonly<Record<string, string | undefined>>,
): { readonly episode?: string; readonly region?: string } => {
  const { episode } = parameters
  const region = Object.values(parameters)
    .map((value) => /^([0-9]{2})~/.exec(value ?? '')?.[1] ?? '')
    .find((code) => Object.hasOwn(counties, code))
  const isName = episodeId.safeParse(episode).success && !holdsIdentityNumber((episode ?? '').slice(3))
  return {
    ...(isName && region !== undefined && episode !== undefined && { episode }),
    ...(region !== undefined && { region }),
  }
}
