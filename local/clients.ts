import { counties } from '#schemas/reference/counties.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import type { Scope } from '#schemas/scope.ts'

/** The secret of every client on one machine. */
export const LOCAL_SECRET = 'local-only'

/** What the clients of each kind may do. */
export const scopesByKind = {
  region: [
    'episodes:read',
    'agreements:read',
    'agreements:write',
    'agreements:approve',
    'liabilities:read',
    'settlements:write',
    'reviews:write',
    'disputes:write',
    'statistics:read',
    'access-log:read',
  ],
  hospital: ['episodes:write', 'episodes:read', 'agreements:read'],
  municipality: [
    'episodes:read',
    'agreements:read',
    'agreements:approve',
    'liabilities:read',
    'disputes:write',
    'statistics:read',
    'access-log:read',
  ],
  association: ['agreements:read', 'agreements:approve'],
} as const satisfies Record<string, readonly Scope[]>

/** The kinds of client. */
export type ClientKind = keyof typeof scopesByKind

/** A client of the local issuer: the claim that names its tenant, and all it may ask for. */
export type LocalClient = {
  readonly id: string
  readonly tenant: Readonly<Partial<Record<'region' | 'municipality' | 'association', string>>>
  readonly scopes: readonly Scope[]
}

/** The client with an id such as `region-01`, `region-01-second`, `hospital-01`, `municipality-0136` or `association-01`. */
export const localClient = (id: string): LocalClient | undefined => {
  const [, kind, code] = CLIENT_ID.exec(id) ?? []
  if (code === undefined || !isKind(kind)) return undefined
  const isKnown = Object.hasOwn(kind === 'municipality' ? municipalities : counties, code)
  return isKnown ? { id, tenant: { [claimOf[kind]]: code }, scopes: scopesByKind[kind] } : undefined
}

// A second person of a region signs where four eyes are needed.
const CLIENT_ID = /^([a-z]+)-([0-9]+)((?<=^region-[0-9]+)-second)?$/

const claimOf = {
  region: 'region',
  hospital: 'region',
  municipality: 'municipality',
  association: 'association',
} as const satisfies Record<ClientKind, string>

const isKind = (word: string | undefined): word is ClientKind => word !== undefined && Object.hasOwn(scopesByKind, word)
