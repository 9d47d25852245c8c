import { personStay } from '#domain/statistics/person-stay.ts'
import { type IndexAnswer, isNoIndexStay, type ReadmissionRule, readmissions } from '#domain/statistics/readmissions.ts'
import type { Episode } from '#schemas/episode.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { UnitRow } from '#store/unit-row.ts'
import { afterOthers } from '../../work/after-others.ts'
import { staysOfPerson } from './stays-of-person.ts'

/** A row of a unit's month with what its stay is in the statistics of readmissions. */
export type RowReadmission = { readonly row: UnitRow; readonly index: IndexAnswer }

/** What readmissions are found with. */
export type ReadmissionSources = { readonly episodes: Pick<EpisodeReads, 'revision' | 'revisions' | 'person'> }

/**
 * Answers each row of a discharged stay that is not cancelled, in their order, as all was known at the instant at which the
 * rows are known, or now when there is none. Some tens of persons are looked up at a time, and no more are held.
 */
export async function* readmissionsOfRows(
  { episodes }: ReadmissionSources,
  rule: ReadmissionRule,
  rows: readonly UnitRow[],
  asOf?: string,
): AsyncGenerator<RowReadmission> {
  const discharged = rows.filter(({ facts }) => facts.discharge !== undefined && !facts.cancelled)
  for (let start = 0; start < discharged.length; start += AT_A_TIME) {
    // A table that answers at once would let nobody else in, and what is read be held until the end.
    await afterOthers()
    const some = discharged.slice(start, start + AT_A_TIME)
    const candidates = (await Promise.all(some.map((row) => candidateIn(episodes, rule, row)))).flat()
    const persons = Map.groupBy(candidates, ({ row, episode }) => `${row.region}#${episode.patient.pseudonym}`)
    const answers = await Promise.all([...persons.values()].map((own) => answersOfPerson(episodes, rule, own, asOf)))
    const indexOf = new Map(answers.flat().map(({ row, index }) => [row, index]))
    for (const row of some) yield { row, index: indexOf.get(row) ?? { id: row.id, isIndex: 'no' } }
  }
}

const AT_A_TIME = 50

type Candidate = { readonly row: UnitRow; readonly episode: Episode }

/** A row with what its revision says; none when it certainly is no index stay, so that nobody is looked up for it. */
const candidateIn = async (
  episodes: ReadmissionSources['episodes'],
  rule: ReadmissionRule,
  row: UnitRow,
): Promise<readonly Candidate[]> => {
  const { region, id, revision, facts } = row
  if (facts.discharge === undefined || isNoIndexStay(rule, facts.discharge.to, undefined)) return []
  const stored = await episodes.revision(region, id, revision)
  if (stored === undefined) throw new Error(`A row names a revision that is not stored: ${region}~${id} ${revision}`)
  const { episode } = stored
  return isNoIndexStay(rule, facts.discharge.to, episode.patient.ageAtDischarge) ? [] : [{ row, episode }]
}

/** The answers of one person's rows. They stand as the rows tell them, whatever has been recorded since these were read. */
const answersOfPerson = async (
  episodes: ReadmissionSources['episodes'],
  rule: ReadmissionRule,
  own: readonly Candidate[],
  asOf: string | undefined,
): Promise<readonly RowReadmission[]> => {
  const [one] = own
  if (one === undefined) return []
  const { region } = one.row
  const { pseudonym } = one.episode.patient
  const ownIds = new Set(own.map(({ row }) => row.id))
  const others = (await staysOfPerson(episodes, { region, pseudonym }, asOf)).filter(({ id }) => !ownIds.has(id))
  const stays = [...own.map(({ row, episode }) => personStay(row.id, episode)), ...others]
  const answers = new Map(readmissions(rule, stays).map((answer) => [answer.id, answer]))
  return own.map(({ row }) => ({ row, index: answers.get(row.id) ?? { id: row.id, isIndex: 'no' } }))
}
