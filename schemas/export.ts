import * as z from 'zod'
import { countyCode } from './codes.ts'
import { listOf } from './list.ts'
import { tableNames } from './statistics/column.ts'
import { formatNames } from './statistics/format.ts'
import { instant, month } from './time.ts'

/** A table of a region's month as it was published once, for one audience, in every format. */
export const publishedExport = z
  .strictObject({
    id: z.string().meta({ example: '01~2020-03~figures~0136~1' }),
    region: countyCode,
    month,
    table: z.enum(tableNames),
    audience: z.string().meta({
      description:
        '`all`: the region’s own, exact; a municipality or district: its own, exact; `protected`: small numbers hidden',
    }),
    revision: z
      .int()
      .meta({ description: 'A month that has changed is published again, beside what was published before' }),
    isNewest: z.boolean(),
    knownAt: instant.meta({ description: 'The instant whose knowledge the figures show' }),
    publishedAt: instant,
    rules: z.array(
      z.strictObject({ agreement: z.string(), stage: z.string(), version: z.string(), sha256: z.string() }),
    ),
    definitions: z.array(z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() })),
    suppression: z
      .strictObject({ threshold: z.int(), hiddenCells: z.int() })
      .nullable()
      .meta({ description: 'What is hidden in it; null where it is exact' }),
    files: z.array(
      z.strictObject({
        format: z.enum(formatNames),
        bytes: z.int(),
        sha256: z.string(),
        href: z.string().meta({ description: 'Where it is fetched: redirects to an address that lasts some minutes' }),
      }),
    ),
  })
  .meta({ id: 'Export' })

export const exportList = listOf('exports', publishedExport)

/** What of the published exports is asked for. */
export const exportQuery = {
  region: countyCode.optional(),
  month: month.optional(),
  table: z.enum(tableNames).optional(),
}
