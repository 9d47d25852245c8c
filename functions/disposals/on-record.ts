import type { DisposalName, DisposalRecord, DocumentCounts, StoredDisposal } from '#store/disposal-store.ts'
import { TableBusyError } from '#store/table.ts'
import { counted, type Disposing, type Ruling } from './disposing.ts'

/**
 * Has documents removed, on a record that is kept before any is, and tells how many it counts. A disposal that was interrupted is
 * the one that goes on, with the counts that it began with; without one, and with nothing due, nothing happens.
 */
export const disposeOnRecord = async (
  disposing: Pick<Disposing, 'disposals' | 'now'>,
  name: DisposalName,
  ruling: Ruling,
  due: DocumentCounts | undefined,
  remove: () => Promise<void>,
): Promise<DocumentCounts> => {
  const last = await disposing.disposals.last(name)
  const begun = isUnderWay(last) ? last : due && (await begin(disposing, name, ruling, due, (last?.number ?? 0) + 1))
  if (begun === undefined) return counted({})
  await remove()
  await disposing.disposals.end(begun, disposing.now())
  return begun.documents
}

/** Whether a disposal was begun and is not done. */
export const isUnderWay = (last: DisposalRecord | undefined): last is DisposalRecord & { readonly doneAt: undefined } =>
  last !== undefined && last.doneAt === undefined

const begin = async (
  { disposals, now }: Pick<Disposing, 'disposals' | 'now'>,
  name: DisposalName,
  { retention: { version, sha256 }, decision: { decided, reference } }: Ruling,
  documents: DocumentCounts,
  number: number,
): Promise<StoredDisposal> => {
  const of = { retention: { version, sha256 }, decision: { decided, reference } }
  const begun = { ...name, number, begunAt: now(), ...of, documents }
  if (!(await disposals.begin(begun)))
    throw new TableBusyError('The same documents are being disposed of by another now')
  return begun
}
