import { createHash } from 'node:crypto'
import * as z from 'zod'
import { accessLogCheckBody } from '#schemas/access-log-check.ts'
import type { LogOwner } from './access-log.ts'
import { canonicalJson } from './canonical-json.ts'
import { queryAll, type ReadOnlyTable, type Table } from './table.ts'
import { contentOf, writtenOnce } from './written-once.ts'

const check = accessLogCheckBody.extend({ by: z.string(), at: z.string() })

/** That somebody has checked the log of accesses, and what came of it; immutable. */
export type StoredLogCheck = z.infer<typeof check>

/** Checks of the log, to be read. */
export type LogCheckReads = {
  /** Those of an owner, of every month or of one, the newest first. */
  readonly ofOwner: (owner: LogOwner, month?: string) => Promise<readonly StoredLogCheck[]>
}

/** Checks of the log, to be read and added to. */
export type LogCheckStore = LogCheckReads & {
  /** Keeps a check, and tells how it is kept: said again by the same person it stays as it was said first. */
  readonly add: (owner: LogOwner, made: StoredLogCheck) => Promise<StoredLogCheck>
}

/** Checks of the log over a table. */
export const logCheckReads = (table: ReadOnlyTable): LogCheckReads => ({
  ofOwner: async (owner, month) => {
    const range = month === undefined ? {} : { prefix: `${month}#` }
    const items = await queryAll(table, { pk: partition(owner), ...range })
    return items.map((item) => check.parse(contentOf(item))).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  },
})

/** Checks of the log over a table that can be written. */
export const logCheckStore = (table: Table): LogCheckStore => ({
  ...logCheckReads(table),
  add: async (owner, made) => {
    const { at: _, ...said } = made
    const digest = createHash('sha256').update(canonicalJson(said)).digest('hex')
    const written = await table.write(writtenOnce(partition(owner), `${made.month}#${digest}`, made))
    const first = written.applied ? undefined : written.failures[0]?.existing
    return first === undefined ? made : check.parse(contentOf(first))
  },
})

const partition = ({ kind, code }: LogOwner): string => `LOG-CHECKS#${kind}#${code}`
