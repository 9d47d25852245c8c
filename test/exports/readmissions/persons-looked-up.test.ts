import { beforeEach, describe, expect, it } from 'vitest'
import { readmissionsOfRows } from '#functions/exports/readmissions/readmissions-of-rows.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import { FIRST, keptStays, SECOND } from '../../support/kept-stays.ts'
import { theReadmissions } from '../../support/the-definition.ts'

let kept: ReturnType<typeof keptStays>
beforeEach(() => {
  kept = keptStays()
})

describe('looking up the persons of a month', () => {
  const watched = () => {
    let [underWay, most] = [0, 0]
    const asked: string[] = []
    const counted: EpisodeReads['person'] = async (region, pseudonym) => {
      asked.push(pseudonym)
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise((later) => setImmediate(later))
      underWay -= 1
      return kept.episodes.person(region, pseudonym)
    }
    return { store: { ...kept.episodes, person: counted }, asked, most: () => most }
  }

  it('asks of each once, and of nobody who cannot have an index stay', async () => {
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', SECOND, 'anna')
    await kept.keep('c', { ...FIRST, age: 64 }, 'bo')
    await kept.keep('d', { ...FIRST, to: 'transfer' }, 'cilla')
    await kept.keep('e', { ...FIRST, age: undefined }, 'dan')
    const { store, asked } = watched()

    await kept.answers(undefined, '2020-03', store)

    expect(asked).toEqual(['anna', 'dan'])
  })

  it('asks of some tens at a time, and of no more than are wanted', async () => {
    for (let person = 0; person < 120; person += 1) await kept.keep(`${person}`, FIRST, `person-${person}`)
    const [all, one] = [watched(), watched()]

    const answers = await kept.answers(undefined, '2020-03', all.store)
    for await (const _ of readmissionsOfRows({ episodes: one.store }, theReadmissions(), await kept.rows())) break

    expect(answers.map(({ row }) => row.id)).toEqual((await kept.rows()).map(({ id }) => id))
    expect([all.asked.length, all.most(), one.asked.length]).toEqual([120, 50, 50])
  })

  it('lets no pseudonym out, neither in an answer nor where a revision is missing', async () => {
    await kept.keep('a', FIRST, 'pseudonym-of-anna')
    const lost = { ...kept.episodes, revision: async () => undefined }

    expect(JSON.stringify(await kept.answers())).not.toContain('pseudonym')
    await expect(kept.answers(undefined, '2020-03', lost)).rejects.toThrow(
      /^A row names a revision that is not stored: 01~a 1$/,
    )
  })
})
