import { beforeEach, describe, expect, it } from 'vitest'
import { aKeptEpisode } from '../../support/a-kept-episode.ts'
import { EARLY, FIRST, KNOWN, keptStays, SECOND } from '../../support/kept-stays.ts'

let kept: ReturnType<typeof keptStays>
beforeEach(() => {
  kept = keptStays()
})

/** Records a stay of Anna under the newest of several versions of the key. */
const keepUnder = (id: string, stay: typeof FIRST, versions: readonly string[], at: string) =>
  kept.episodes.record({
    region: '01',
    id,
    at,
    olderKeyVersions: versions.slice(0, -1),
    episodeUnder: async (version = versions.at(-1) ?? '') =>
      aKeptEpisode(stay, { pseudonym: `anna-${version}`, sourceUpdatedAt: at }),
  })

const within7 = async (asOf?: string) =>
  (await kept.answers(asOf)).flatMap(({ row, index }) =>
    index.isIndex === 'no' ? [] : [[row.id, index.readmittedWithin[0]?.answer]],
  )

describe('a person whose stays lie on both sides of a change of the key', () => {
  it('is the same, where the earlier stay has the older pseudonym', async () => {
    await keepUnder('a', FIRST, ['1'], EARLY)
    await keepUnder('b', SECOND, ['1', '2'], KNOWN)

    expect(await within7()).toEqual([
      ['a', 'yes'],
      ['b', 'no'],
    ])
  })

  it('is the same, where the earlier stay has the newer pseudonym', async () => {
    await keepUnder('b', SECOND, ['1'], EARLY)
    await keepUnder('a', FIRST, ['1', '2'], KNOWN)

    expect(await within7()).toEqual([
      ['a', 'yes'],
      ['b', 'no'],
    ])
  })

  it('is the same over two changes, though no stay has the version between', async () => {
    await keepUnder('a', FIRST, ['1'], EARLY)
    await keepUnder('b', SECOND, ['1', '2', '3'], KNOWN)

    expect(await within7()).toContainEqual(['a', 'yes'])
  })

  it('is known to be so from when the later stay was recorded, and not before', async () => {
    await keepUnder('a', FIRST, ['1'], EARLY)
    await keepUnder('b', SECOND, ['1'], EARLY)
    await keepUnder('c', { ...SECOND, careType: 'psychiatric' }, ['1', '2'], KNOWN)

    expect((await kept.episodes.person('01', 'anna-1', EARLY)).pseudonyms).toEqual(new Set(['anna-1']))
    expect((await kept.episodes.person('01', 'anna-2')).ids).toEqual(['a', 'b', 'c'])
    expect((await kept.episodes.person('01', 'anna-2')).pseudonyms).toEqual(new Set(['anna-2', 'anna-1']))
  })

  it('is nobody else', async () => {
    await keepUnder('a', FIRST, ['1'], EARLY)
    await kept.keep('b', SECOND, 'bo-1')

    expect(await within7()).toContainEqual(['a', 'no'])
  })
})
