import type { Text } from '#schemas/text.ts'
import type { Catalog } from '../agreement/catalog.ts'

/** A changed parameter, or several that only change together: their paths, what they were and are, and a sentence. */
export type Change = {
  readonly parameter: string
  readonly was: string | undefined
  readonly is: string | undefined
  /** The paragraphs behind it, written out. */
  readonly cites: { readonly was?: string; readonly is?: string }
  readonly text: Text
}

/** One catalog of a chain in which each differs from the one before by a single change; the first has none. */
export type World = { readonly change: Change | undefined; readonly catalog: Catalog }
