import { type RowReadmission, readmissionsOfRows } from '#functions/exports/readmissions/readmissions-of-rows.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import { episodeStore } from '#store/episode-store.ts'
import { unitMonthStore } from '#store/unit-month-store.ts'
import { aKeptEpisode, type Keeping } from './a-kept-episode.ts'
import { memoryTable } from './memory-table.ts'
import type { ToldStay } from './readmissions-history.ts'
import { theReadmissions } from './the-definition.ts'

/** Three instants at which something is recorded, the first when nothing else is told. */
export const [EARLY, KNOWN, LATE] = ['2022-01-01T10:00:00.000Z', '2022-02-01T10:00:00.000Z', '2022-03-01T10:00:00.000Z']

type Stay = Omit<ToldStay, 'id'>

/** An unplanned stay of a person of 80 who goes home. */
export const aStay = (admittedAt: string, dischargedAt?: string): Stay => ({
  careType: 'somatic',
  admittedAt,
  planned: false,
  dischargedAt,
  to: 'home',
  age: 80,
})

/** A stay that ends on 10 March 2020, and one that begins two days later. */
export const [FIRST, SECOND] = [
  aStay('2020-03-01T10:00:00Z', '2020-03-10T10:00:00Z'),
  aStay('2020-03-12T10:00:00Z', '2020-03-14T10:00:00Z'),
]

const rule = theReadmissions()

/** Stays of region 01 and Haninge in a table of their own. */
export const keptStays = () => {
  const table = memoryTable()
  const episodes = episodeStore(table)
  const unitMonths = unitMonthStore(table)
  const rows = (month = '2020-03', asOf?: string) => unitMonths.ofMunicipality('0136', month, {}, asOf)
  return {
    episodes,
    rows,
    months: () => unitMonths.months('0136'),
    keep: (id: string, stay: Stay, pseudonym: string, at = EARLY, { region = '01', ...more }: Elsewhere = {}) =>
      episodes.record({
        region,
        id,
        at,
        episodeUnder: async () => aKeptEpisode(stay, { pseudonym, sourceUpdatedAt: at, ...more }),
      }),
    answers: async (asOf?: string, month?: string, read: EpisodeReads = episodes) =>
      all(readmissionsOfRows({ episodes: read }, rule, await rows(month, asOf), asOf)),
  }
}

type Elsewhere = Partial<Keeping> & { readonly region?: string }

/** Everything that is yielded. */
export const all = async <Item>(yielded: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const items: Item[] = []
  for await (const item of yielded) items.push(item)
  return items
}

/** Each row's answer in one line: `a yes yes yes`. */
export const answerLines = (answers: readonly RowReadmission[]): readonly string[] =>
  answers.map(({ row, index }) => {
    const within = index.isIndex === 'no' ? [] : index.readmittedWithin.map(({ answer }) => answer)
    return [row.id, index.isIndex, ...within].join(' ')
  })
