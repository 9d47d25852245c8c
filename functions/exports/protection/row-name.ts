import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { ruleName } from '#domain/statistics/tally.ts'

/** The name of a row among those of its care type: the same in every revision of a month. */
export const rowName = ({ level, municipality, district, rule }: FigureRow): string =>
  [level, municipality ?? '-', district ?? '-', ruleName(rule)].join('~')
