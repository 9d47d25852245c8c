import type { RuleStore } from '#store/rule-store.ts'
import { faultLine } from './faults/file-fault.ts'
import { publishShipped } from './publish.ts'
import { shippedRules } from './shipped-rules.ts'

/** The rule files cannot be published: every fault with its file, line and column. */
export class RuleFilesError extends Error {
  override readonly name = 'RuleFilesError'
}

/** Publishes every rule file under a folder; throws {@link RuleFilesError}, and publishes none, when one has a fault. */
export const publishFolder = async (store: RuleStore, folder: string, at: string): Promise<void> => {
  const faults = await publishShipped(store, shippedRules(folder), at)
  if (faults.length === 0) return
  throw new RuleFilesError(faults.map((fault) => faultLine(fault.path, fault, 'en')).join('\n'))
}
