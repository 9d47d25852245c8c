import type { TableName } from './column.ts'

/** What is told of an export beside its table, the same in every format. */
export type ExportFacts = {
  /** Region, month, table, audience and revision, such as `01~2020-03~figures~0136~1`. */
  readonly id: string
  readonly region: string
  readonly month: string
  readonly table: TableName
  /** `all` (the region, exact), `protected` (everyone), or the municipality or district whose own it is. */
  readonly audience: string
  readonly revision: number
  /** The instant whose knowledge the figures show, UTC with milliseconds. */
  readonly knownAt: string
  /** The rule versions that the figures rest on. */
  readonly rules: readonly {
    readonly agreement: string
    readonly stage: string
    readonly version: string
    readonly sha256: string
  }[]
  /** The versions of the definitions that the figures rest on, with the SHA-256 of their files. */
  readonly definitions: readonly { readonly id: string; readonly version: string; readonly sha256: string }[]
  /** What is hidden in it and how; null in what is exact. */
  readonly suppression: { readonly threshold: number; readonly hiddenCells: number } | null
}
