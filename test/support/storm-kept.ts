import { compareInstants } from '#domain/calendar/civil-time.ts'
import { factsOf } from '#domain/episode/facts.ts'
import { keyedEpisode } from '#functions/episodes/keyed-episode.ts'
import { episodeBody } from '#schemas/episode.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import { type Revision, stayDigest, stayOf } from '#store/revision.ts'
import { type Item, queryAll } from '#store/table.ts'
import { unitMonthOf } from '#store/unit-key.ts'
import { unitRowItem } from '#store/unit-row.ts'
import { REGION } from './a-closing-county.ts'
import type { SentState, Storm } from './a-storm.ts'
import { IDS } from './storm-states.ts'

/** Everything that is wrong with what is kept of the episodes, after all that was sent and acknowledged. */
export const wrongWithEpisodes = async (storm: Storm): Promise<readonly string[]> => {
  const { county, acknowledged, sent, count } = storm
  const [wrong, rows, kept]: [string[], Item[], Set<string>] = [[], [], new Set()]
  for (const id of IDS) {
    const own = id.slice(REGION.length + 1)
    const revisions = await county.environment.episodes.revisions(REGION, own)
    for (const { episode } of revisions) kept.add(episode.caseNumber ?? '')
    for (const _ of revisions) count('revisions')
    wrong.push(...wrongWithNumbers(id, revisions), ...(await wrongWithContents(storm, id, revisions)))
    rows.push(...rowsOf(own, revisions))
    for (const revision of revisions) wrong.push(...(await unmarked(storm, own, revision, sent)))
  }
  for (const caseNumber of acknowledged)
    if (!kept.has(caseNumber)) wrong.push(`${caseNumber} was acknowledged and is lost`)
  return [...wrong, ...differences(await keptRows(storm), rows)]
}

const wrongWithNumbers = (id: string, revisions: readonly Revision[]): readonly string[] =>
  revisions.flatMap(({ number, recordedAt }, index) => [
    ...(number === index + 1 ? [] : [`${id} has a gap or a double at ${number}`]),
    ...(recordedAt >= (revisions[index - 1]?.recordedAt ?? '') ? [] : [`${id} was recorded out of order at ${number}`]),
  ])

/** Each is what was sent under its case number, and no instant is there twice. */
const wrongWithContents = async (
  { sent, county }: Storm,
  id: string,
  revisions: readonly Revision[],
): Promise<readonly string[]> => {
  const wrong: string[] = []
  const instants = new Set(revisions.map(({ episode }) => episode.sourceUpdatedAt))
  if (instants.size !== revisions.length) wrong.push(`${id} has a state twice`)
  for (const { number, episode } of revisions) {
    const state = sent.get(episode.caseNumber ?? '')
    const body = state?.id === id ? episodeBody.parse(state.body) : undefined
    const expected = body && (await keyedEpisode(county.environment.pseudonyms, REGION, body))
    if (canonicalJson(episode) !== canonicalJson(expected ?? {})) wrong.push(`${id} ${number} is not what was sent`)
  }
  return wrong
}

/** The rows that revisions must have left: one for each that became current, ended when the next one did. */
const rowsOf = (id: string, revisions: readonly Revision[]): readonly Item[] => {
  const current: Revision[] = []
  for (const revision of revisions) {
    const last = current.at(-1)?.episode.sourceUpdatedAt
    if (last === undefined || compareInstants(revision.episode.sourceUpdatedAt, last) > 0) current.push(revision)
  }
  return current.map(({ number, recordedAt: from, episode }, index) => {
    const [facts, digest] = [factsOf(episode), stayDigest(stayOf(episode))]
    const until = current[index + 1]?.recordedAt ?? '9999'
    return unitRowItem(unitMonthOf(facts), { region: REGION, id, revision: number, facts, from, until, digest })
  })
}

const keptRows = async ({ table }: Storm): Promise<readonly Item[]> => {
  const rows: Item[] = []
  for (const pk of table.partitions) if (pk.startsWith('U#')) rows.push(...(await queryAll(table, { pk })))
  return rows
}

const differences = (kept: readonly Item[], expected: readonly Item[]): readonly string[] => {
  const [is, must] = [kept, expected].map((rows) => new Set(rows.map((row) => canonicalJson(row))))
  return [
    ...[...(must ?? [])].filter((row) => !is?.has(row)).map((row) => `A row is missing: ${row}`),
    ...[...(is ?? [])].filter((row) => !must?.has(row)).map((row) => `A row must not be there: ${row}`),
  ]
}

/** A row is found through the markers of its unit and month, and a stay through its person. */
const unmarked = async (
  { table }: Storm,
  id: string,
  { episode }: Revision,
  sent: ReadonlyMap<string, SentState>,
): Promise<readonly string[]> => {
  const { municipality = null, month = 'open' } = sent.get(episode.caseNumber ?? '') ?? {}
  const keys = [
    { pk: `M#${REGION}#${month}`, sk: `${municipality ?? '-'}#-` },
    { pk: `N#${REGION}`, sk: month },
    ...(municipality === null ? [] : [{ pk: `N#${municipality}`, sk: month }]),
    { pk: `P#${REGION}#${episode.patient.pseudonym}`, sk: id },
  ]
  const found = await Promise.all(keys.map((key) => table.get(key)))
  return keys.filter((_, index) => found[index] === undefined).map(({ pk, sk }) => `There is no ${pk} ${sk}`)
}
