import * as z from 'zod'
import { countyCode, districtCode, municipalityCode, STOCKHOLM_CITY } from '#schemas/codes.ts'
import { hsaId } from '#schemas/episode.ts'
import { type Scope, scope } from '#schemas/scope.ts'

/** On whose behalf a token speaks; `hospitals` are HSA-ids or prefixes, and absent means the whole region with what is owed to it. */
export type Tenant =
  | { readonly kind: 'region'; readonly region: string; readonly hospitals?: readonly string[] }
  | { readonly kind: 'municipality'; readonly municipality: string; readonly district?: string }
  | { readonly kind: 'association'; readonly county: string }

/** Who is calling, and what the token lets them do; the HSA-id is that of a person or a system, where the issuer gives one. */
export type Caller = {
  readonly sub: string
  readonly scopes: ReadonlySet<Scope>
  readonly tenant: Tenant
  readonly hsaId?: string
}

/** A tenant by its kind and the code of its county or municipality. */
export const organisationOf = (tenant: Tenant): { readonly kind: Tenant['kind']; readonly code: string } => {
  switch (tenant.kind) {
    case 'region':
      return { kind: tenant.kind, code: tenant.region }
    case 'municipality':
      return { kind: tenant.kind, code: tenant.municipality }
    case 'association':
      return { kind: tenant.kind, code: tenant.county }
  }
}

/** The caller that the claims of a verified token describe; undefined unless they name exactly one tenant. */
export const parseCaller = (claims: unknown): Caller | undefined => {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success) return undefined
  const tenant = tenantOf(parsed.data)
  if (tenant === undefined) return undefined
  const { sub, scope: scopes, hsa_id: id } = parsed.data
  return { sub, scopes: scopesOf(scopes, tenant), tenant, ...(id !== undefined && { hsaId: id }) }
}

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  scope: z.string().default(''),
  region: countyCode.optional(),
  municipality: municipalityCode.optional(),
  association: countyCode.optional(),
  hospitals: z.array(z.string().min(1)).optional(),
  district: districtCode.optional(),
  // It gives no right, so that one in another form is none.
  hsa_id: hsaId.optional().catch(undefined),
})
type Claims = z.infer<typeof claimsSchema>

const tenantOf = ({ region, municipality, association, hospitals, district }: Claims): Tenant | undefined => {
  const tenants: Tenant[] = []
  if (region !== undefined) tenants.push({ kind: 'region', region, ...(hospitals && { hospitals }) })
  if (municipality !== undefined) tenants.push({ kind: 'municipality', municipality, ...(district && { district }) })
  if (association !== undefined) tenants.push({ kind: 'association', county: association })
  const isNarrowedByAnother =
    (hospitals !== undefined && region === undefined) || (district !== undefined && municipality !== STOCKHOLM_CITY)
  return tenants.length === 1 && !isNarrowedByAnother ? tenants[0] : undefined
}

// A scope of another service is none of ours; what is of a whole region is not for who speaks for some of its hospitals.
const scopesOf = (names: string, tenant: Tenant): ReadonlySet<Scope> => {
  const known = names.split(' ').flatMap((name) => scope.safeParse(name).data ?? [])
  const isNarrowed = tenant.kind === 'region' && tenant.hospitals !== undefined
  return new Set(isNarrowed ? known.filter((name) => OF_HOSPITALS.has(name)) : known)
}

// Routes of the last two look at the hospitals themselves.
const OF_HOSPITALS: ReadonlySet<Scope> = new Set([
  'episodes:read',
  'episodes:write',
  'agreements:read',
  'statistics:read',
  'access-log:read',
])
