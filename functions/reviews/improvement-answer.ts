import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Tenant } from '#http/caller.ts'
import type { ActionWithOutcomes, ReviewReads } from '#store/review-store.ts'
import { isOfTenant } from './callers-month.ts'

/** The improvement actions of a region that a tenant may see: a region all of its own, a municipality those of its episodes. */
export const visibleActions = async (
  reviews: Pick<ReviewReads, 'actions'>,
  tenant: Tenant,
  region: string,
): Promise<readonly ActionWithOutcomes[]> =>
  (await reviews.actions(region)).filter(({ action }) => isOfTenant(tenant, withoutUndefined(action)))

/** An improvement action as the API writes it, with what has become of it. */
export const improvementAnswer = (region: string, { action, outcomes }: ActionWithOutcomes) => {
  const { municipality, district, due, by, at, ...decided } = action
  return {
    ...decided,
    region,
    municipality: municipality ?? null,
    district: district ?? null,
    due: due ?? null,
    status: outcomes.at(-1)?.status ?? 'decided',
    decidedBy: by,
    decidedAt: at,
    outcomes: outcomes.map(({ number: _, ...told }) => told),
  }
}
