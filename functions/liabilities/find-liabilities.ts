import { recordedPart } from '#domain/settlement/account.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Caller, Tenant } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import type { DisposalReads } from '#store/disposal-store.ts'
import type { SettlementReads } from '#store/settlement-store.ts'
import { refuseDisposed } from '../disposals/refuse-disposed.ts'
import { knownAt } from '../episodes/known-at.ts'
import { type ClosedLiability, closedLiabilities } from '../settlements/closed-liabilities.ts'
import { asTheyStand, type FoundLiability } from './as-they-stand.ts'
import { type LiabilityFilter, parseLiabilityId } from './liability-filter.ts'
import { type LiveLedger, liveLiabilities } from './live-liabilities.ts'

/** What a liability is found in. */
export type Ledger = LiveLedger & {
  readonly settlements: SettlementReads
  readonly disposals: Pick<DisposalReads, 'isDisposed'>
}

/**
 * The caller's liabilities of a month; 404 for a filter that names another tenant of the caller's own kind, 410 when there are
 * none any more.
 */
export const findLiabilities = async (
  ledger: Ledger,
  { tenant }: Pick<Caller, 'tenant'>,
  filter: LiabilityFilter,
): Promise<readonly FoundLiability[]> => {
  if (namesAnother(tenant, filter)) throw notFound()
  const [live, closed] = await Promise.all([
    liveLiabilities(ledger, tenant, filter),
    closedFor(ledger.settlements, tenant, filter),
  ])
  const all = asTheyStand(live, closed)
  if (all.length === 0) await refuseDisposed(ledger.disposals, { tenant }, filter.month)
  return all
    .filter((found) => isAsked(placeOf(found), filter) && isOwn(tenant, placeOf(found)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** One liability by its id; 404 when there is none or it is another's. */
export const findLiability = async (
  ledger: Ledger,
  caller: Caller,
  id: string,
  asOf?: string,
): Promise<FoundLiability> => {
  const filter = parseLiabilityId(id)
  if (filter === undefined) throw notFound()
  const found = (await findLiabilities(ledger, caller, { ...filter, asOf })).find((each) => each.id === id)
  if (found === undefined) throw notFound()
  return found
}

const namesAnother = (tenant: Tenant, { region, municipality, district }: LiabilityFilter): boolean => {
  switch (tenant.kind) {
    case 'region':
      return region !== undefined && region !== tenant.region
    case 'municipality':
      return (
        (municipality !== undefined && municipality !== tenant.municipality) ||
        (tenant.district !== undefined && district !== undefined && district !== tenant.district)
      )
    case 'association':
      return true
  }
}

const closedFor = async (
  settlements: SettlementReads,
  tenant: Tenant,
  filter: LiabilityFilter,
): Promise<readonly ClosedLiability[]> => {
  const { month, region } = filter
  if (tenant.kind === 'association') throw notFound()
  const municipality = tenant.kind === 'municipality' ? tenant.municipality : filter.municipality
  const regions =
    tenant.kind === 'region'
      ? [tenant.region]
      : region === undefined
        ? await settlements.regionsOf(tenant.municipality, month)
        : [region]
  const found = await Promise.all(
    regions.map((each) =>
      closedLiabilities(settlements, withoutUndefined({ region: each, month, municipality }), knownAt(filter)),
    ),
  )
  return found.flat()
}

/** Where a liability lies. */
export type Place = {
  readonly municipality: string | undefined
  readonly district: string | undefined
  readonly agreement: string | undefined
}

/** The unit and the agreement of a liability, live or closed. */
export const placeOf = (found: FoundLiability): Place => {
  if (found.kind === 'live') {
    const { municipality, district, rule } = found.liability.key
    return { municipality, district, agreement: rule?.reference.agreement }
  }
  const { municipality, district, agreement } = found.closed.statement
  return { municipality: recordedPart(municipality), district: recordedPart(district), agreement }
}

const isAsked = ({ municipality, district, agreement }: Place, filter: LiabilityFilter): boolean =>
  (filter.municipality === undefined || filter.municipality === municipality) &&
  (filter.district === undefined || filter.district === district) &&
  (filter.agreement === undefined || filter.agreement === agreement)

/** A district's own officer sees the district's liabilities alone: the city's are not computed from its rows. */
const isOwn = (tenant: Tenant, { district }: Place): boolean =>
  tenant.kind !== 'municipality' || tenant.district === undefined || tenant.district === district
