import { scopesByKind } from '#local/clients.ts'
import { scope } from '#schemas/scope.ts'

const scopesOf = (kind: keyof typeof scopesByKind) => ({ scope: scopesByKind[kind].join(' ') })
const everyScope = { scope: scope.options.join(' ') }

/** The claims of tokens of every kind of tenant, the first six with every scope; what is kept is of region 01, a hospital of its and Skarpnäck in Stockholm, and a draft of region 20. */
export const fuzzedCallers = {
  'region-01': { ...everyScope, region: '01' },
  'municipality-0180': { ...everyScope, municipality: '0180' },
  'district-skarpnack': { ...everyScope, municipality: '0180', district: '0180-skarpnack' },
  'association-01': { ...everyScope, association: '01' },
  'region-20': { ...everyScope, region: '20' },
  'association-20': { ...everyScope, association: '20' },
  region: { ...scopesOf('region'), region: '01' },
  'another region': { ...scopesOf('region'), region: '06' },
  hospital: { ...scopesOf('hospital'), region: '01' },
  'a hospital by its prefix': { ...scopesOf('hospital'), region: '01', hospitals: ['SE2321000016-15'] },
  municipality: { ...scopesOf('municipality'), municipality: '0180' },
  'another municipality': { ...scopesOf('municipality'), municipality: '0680' },
  district: { ...scopesOf('municipality'), municipality: '0180', district: '0180-bromma' },
  association: { ...scopesOf('association'), association: '01' },
  'no scopes': { region: '01' },
  'two tenants': { ...everyScope, region: '01', municipality: '0180' },
} as const

/** The name of a caller of a fuzzed service. */
export type FuzzedCaller = keyof typeof fuzzedCallers
