import { type Definition, type Definitions, definitionOf, type LoadDefinitions } from '#agreements/load-definitions.ts'
import { followUp } from '#domain/statistics/follow-up.ts'
import type { DefinitionName } from '#schemas/definitions/definition-file.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'
import type { DisposalReads } from '#store/disposal-store.ts'
import { ALL, unitAudiences } from './audience.ts'
import { exactContents } from './export-content.ts'
import { type MonthSources, measureMonth, type TellProgress } from './measure-month.ts'
import { parsePatterns, patternText } from './protection/pattern.ts'
import { protectedContents } from './protection/protected-contents.ts'
import { type ContentsAt, type MonthContents, type Publishing, publishMonth } from './publish-month.ts'
import { readmissionFinder } from './readmissions/readmission-counts.ts'
import type { ReadmissionSources } from './readmissions/readmissions-of-rows.ts'
import type { FollowedUp } from './tables/figures-table.ts'
import type { RegionMonth } from './tables/place-cells.ts'

/** What the statistics of a month are made from. */
export type StatisticsSources = MonthSources &
  ReadmissionSources & { readonly definitions: LoadDefinitions; readonly disposals: Pick<DisposalReads, 'isDisposed'> }

/**
 * Publishes what is new of a region's month, as it was known at an instant; tells the revision, if there is a new one. Of a month
 * that has been disposed of nothing more is said.
 */
export const exportMonth = async (
  sources: StatisticsSources & Publishing,
  of: RegionMonth,
  knownAt: string,
  tell?: TellProgress,
): Promise<number | undefined> =>
  (await sources.disposals.isDisposed(of.region, of.month))
    ? undefined
    : publishMonth(sources, of, contentsOf(sources, of, tell), knownAt)

/** Works out everything that is to be said of a region's month. */
export const contentsOf =
  (sources: StatisticsSources, of: RegionMonth, tell?: TellProgress): ContentsAt =>
  async (knownAt, before): Promise<MonthContents> => {
    const definitions = await sources.definitions(knownAt)
    const readmissions = required(definitions, 'readmissions')
    const smallNumbers = required(definitions, 'small-numbers')
    const find = readmissionFinder(sources, readmissions.content, knownAt)
    const measured = await measureMonth(sources, { ...of, asOf: knownAt }, find, tell)
    const windows = followUp(readmissions.content, of.month, knownAt)
    const isClosed = (days: number): boolean => windows.some((window) => window.days === days && window.isClosed)
    const followedUp: FollowedUp = { within7: isClosed(7), within30: isClosed(30) }
    const told = { ...of, definitions: [readmissions, smallNumbers].map(referenceOf) }
    const exact = [ALL, ...unitAudiences(measured.rows)].flatMap((each) =>
      exactContents(told, measured, followedUp, each),
    )
    const earlier = parsePatterns(before.map(({ pattern }) => pattern))
    const shown = protectedContents(told, measured.rows, followedUp, smallNumbers.content, earlier)
    if (shown === undefined) return { contents: exact, pattern: null }
    return { contents: [...exact, ...shown.contents], pattern: patternText(shown.pattern) }
  }

const required = <Name extends DefinitionName>(definitions: Definitions, name: Name): Definition<Name> => {
  const found = definitionOf(definitions, name)
  if (found === undefined) throw new Error(`No definition of ${name} is published`)
  return found
}

const referenceOf = ({ id, version, sha256 }: ExportFacts['definitions'][number]) => ({ id, version, sha256 })
