import { type Proof, proveRule } from '#agreements/prove-rule.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { DRAFT_VERSION } from './candidate.ts'

/**
 * Proves a draft as an upload is proven, beside what is published and what waits for signatures, so that what is simulated
 * is what could be signed; of the region where one asks.
 */
export const proveDraft = (
  draft: string | Uint8Array,
  { rules, pending = [], events }: Pick<Catalog, 'rules' | 'pending' | 'events'>,
  region?: string,
): Proof =>
  proveRule(draft, () => DRAFT_VERSION, {
    rules: [...rules, ...pending],
    events,
    ...(region === undefined ? {} : { expected: { region } }),
  })
