import { counties } from '#schemas/reference/counties.ts'
import type { SettlementReads } from '#store/settlement-store.ts'
import type { UnitMonth } from '#store/unit-key.ts'
import type { SendTasks } from '../work/task.ts'

/** What is needed to have closed months corrected. */
export type ClosedMonths = {
  readonly settlements: Pick<SettlementReads, 'isClosed' | 'closedMonths'>
  readonly sendTasks: SendTasks
}

/** Has the months of units corrected that an episode has come into, or gone out of, after they were closed. */
export const correctTouched = async (
  { settlements, sendTasks }: ClosedMonths,
  region: string,
  touched: readonly UnitMonth[],
): Promise<void> => {
  for (const { month, municipality = '-' } of touched)
    if (month !== 'open' && (await settlements.isClosed(region, month)))
      await sendTasks([{ kind: 'correct-municipality', region, month, municipality }])
}

/** Has every closed month of a region corrected, after something was published or declared that may touch them. */
export const correctRegion = async ({ settlements, sendTasks }: ClosedMonths, region: string): Promise<void> => {
  // Years of months are gone through by a task: whoever declared something waits for its answer.
  if ((await settlements.closedMonths(region)).length > 0) await sendTasks([{ kind: 'correct-region', region }])
}

/** Has every region's closed months corrected, after rules were shipped: of those, some may apply to days long settled. */
export const correctEverywhere = async (closed: ClosedMonths): Promise<void> => {
  for (const region of Object.keys(counties)) await correctRegion(closed, region)
}
