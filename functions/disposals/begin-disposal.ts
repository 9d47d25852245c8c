import type { DisposalName, DocumentCounts, StoredDisposal } from '#store/disposal-store.ts'
import { TableBusyError } from '#store/table.ts'
import type { Disposing, Ruling } from './disposing.ts'

/**
 * Keeps that documents are about to be disposed of, before any is. A disposal that was interrupted is the one that goes on,
 * with the counts that it began with; without one, and with nothing to dispose of, undefined.
 */
export const beginDisposal = async (
  { disposals, now }: Pick<Disposing, 'disposals' | 'now'>,
  name: DisposalName,
  { retention, decision }: Ruling,
  documents: DocumentCounts | undefined,
): Promise<StoredDisposal | undefined> => {
  const last = await disposals.last(name)
  if (last !== undefined && last.doneAt === undefined) {
    const { doneAt: _, ...begun } = last
    return begun
  }
  if (documents === undefined) return undefined
  const begun: StoredDisposal = {
    ...name,
    number: (last?.number ?? 0) + 1,
    begunAt: now(),
    retention: { version: retention.version, sha256: retention.sha256 },
    decision: { decided: decision.decided, reference: decision.reference },
    documents,
  }
  if (!(await disposals.begin(begun)))
    throw new TableBusyError('The same documents are being disposed of by another now')
  return begun
}
