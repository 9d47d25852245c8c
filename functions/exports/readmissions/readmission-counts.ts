import type { Answer, IndexAnswer, ReadmissionRule } from '#domain/statistics/readmissions.ts'
import type { ReadmissionCounts } from '#domain/statistics/tally.ts'
import type { FindReadmissions } from '../measure-municipality.ts'
import { type ReadmissionSources, readmissionsOfRows } from './readmissions-of-rows.ts'

/** What each row adds to the counts of readmissions, as all was known at an instant. */
export const readmissionFinder =
  (sources: ReadmissionSources, rule: ReadmissionRule, asOf: string): FindReadmissions =>
  async (rows) => {
    const counts = new Map<string, ReadmissionCounts>()
    for await (const { row, index } of readmissionsOfRows(sources, rule, rows, asOf))
      if (index.isIndex !== 'no') counts.set(row.id, countsOf(index))
    return counts
  }

const countsOf = (index: Exclude<IndexAnswer, { isIndex: 'no' }>): ReadmissionCounts => {
  const answerIn = (days: number): Answer =>
    index.readmittedWithin.find((within) => within.days === days)?.answer ?? 'unknown'
  const isIndex = index.isIndex === 'yes'
  const [within7, within30] = [answerIn(7), answerIn(30)]
  return {
    indexStays: isIndex ? 1 : 0,
    readmitted7: isIndex && within7 === 'yes' ? 1 : 0,
    unknown7: !isIndex || within7 === 'unknown' ? 1 : 0,
    readmitted30: isIndex && within30 === 'yes' ? 1 : 0,
    unknown30: !isIndex || within30 === 'unknown' ? 1 : 0,
  }
}
