import { standingOf } from '#domain/dispute/standing.ts'
import type { Caller } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import type { DisputeReads, DisputeRecord } from '#store/dispute-store.ts'
import { parseDisputeId } from './dispute-id.ts'

/** What disputes are found in. */
export type DisputeSources = { readonly disputes: DisputeReads }

/** What narrows a list of disputes. */
export type DisputeFilter = {
  readonly region?: string | undefined
  readonly municipality?: string | undefined
  readonly month?: string | undefined
  readonly status?: 'open' | 'upheld' | 'rejected' | 'withdrawn' | undefined
}

/** One dispute by its id; 404 when there is none or it is another's. */
export const findDispute = async (
  { disputes }: DisputeSources,
  { tenant }: Pick<Caller, 'tenant'>,
  id: string,
): Promise<DisputeRecord> => {
  const name = parseDisputeId(id)
  const found = name === undefined ? undefined : await disputes.find(name)
  if (found === undefined || !concerns(found, tenant)) throw notFound()
  return found
}

/** The disputes that concern a caller, in the order of months; 404 for a filter that names another of the caller's own kind. */
export const findDisputes = async (
  { disputes }: DisputeSources,
  { tenant }: Pick<Caller, 'tenant'>,
  { region, municipality, month, status }: DisputeFilter,
): Promise<readonly DisputeRecord[]> => {
  if (tenant.kind === 'association') throw notFound()
  const [own, asked] = tenant.kind === 'region' ? [tenant.region, region] : [tenant.municipality, municipality]
  if (asked !== undefined && asked !== own) throw notFound()
  const months = (await disputes.months(own)).filter(
    (each) => (region === undefined || each.region === region) && (month === undefined || each.month === month),
  )
  const ofUnit = tenant.kind === 'municipality' ? tenant.municipality : municipality
  const found = await Promise.all(months.map((each) => disputes.ofMonth(each.region, each.month, ofUnit)))
  return found
    .flat()
    .filter((record) => concerns(record, tenant) && (status === undefined || statusOf(record) === status))
}

/** How a dispute ended, or that it is open. */
export const statusOf = ({ decisions }: DisputeRecord) => standingOf(decisions.map(({ outcome }) => outcome)).status

const concerns = (
  { dispute: { region, municipality, district } }: DisputeRecord,
  tenant: Caller['tenant'],
): boolean => {
  switch (tenant.kind) {
    case 'region':
      return tenant.region === region
    case 'municipality':
      return tenant.municipality === municipality && (tenant.district === undefined || tenant.district === district)
    case 'association':
      return false
  }
}
