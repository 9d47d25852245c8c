import { type Caller, organisationOf } from '#http/caller.ts'
import { gone } from '#http/problem.ts'
import type { DisposalReads } from '#store/disposal-store.ts'

/** 410 when nothing is found of a caller's month and documents of it have been disposed of: that is not the same as none. */
export const refuseDisposed = async (
  disposals: Pick<DisposalReads, 'isDisposed'>,
  { tenant }: Pick<Caller, 'tenant'>,
  month: string,
): Promise<void> => {
  if (await disposals.isDisposed(organisationOf(tenant).code, month)) throw gone()
}
