import type { FigureRow } from '#domain/statistics/figure-row.ts'

/** The audience of a region's own figures, exact. */
export const ALL = 'all'

/** The audience of everyone else: small numbers hidden. */
export const PROTECTED = 'protected'

/** The municipalities and districts that have rows of their own, each an audience by its code. */
export const unitAudiences = (rows: readonly FigureRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ municipality, district }) => [municipality ?? [], district ?? []].flat()))].sort()

/** The rows that an audience sees exactly: the region all, a municipality or district its own. */
export const rowsFor = (audience: string, rows: readonly FigureRow[]): readonly FigureRow[] =>
  audience === ALL ? rows : rows.filter(({ municipality, district }) => [municipality, district].includes(audience))
