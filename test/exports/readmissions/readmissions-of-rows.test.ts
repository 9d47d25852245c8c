import { beforeEach, describe, expect, it } from 'vitest'
import { readmissionsOfRows } from '#functions/exports/readmissions/readmissions-of-rows.ts'
import { all, answerLines, aStay, EARLY, FIRST, KNOWN, keptStays, LATE, SECOND } from '../../support/kept-stays.ts'
import { aHistory } from '../../support/readmissions-history.ts'
import { toldByOracle } from '../../support/readmissions-oracle.ts'
import { runs } from '../../support/runs.ts'
import { theReadmissions } from '../../support/the-definition.ts'
import { toldOf } from '../../support/told-readmissions.ts'

let kept: ReturnType<typeof keptStays>
beforeEach(() => {
  kept = keptStays()
})

describe('the readmissions of a month’s rows', () => {
  it('are found among the other stays of the person in the region, whatever their month and municipality', async () => {
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', aStay('2020-04-02T10:00:00Z'), 'anna', EARLY, { municipality: '0180' })
    await kept.keep('c', FIRST, 'bo')

    expect(answerLines(await kept.answers())).toEqual(['a yes no yes', 'c yes no no'])
  })

  it('are none of a person of the same pseudonym in another region', async () => {
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', SECOND, 'anna', EARLY, { region: '03' })

    expect(answerLines(await kept.answers())).toEqual(['a yes no no', 'b yes no no'])
  })

  it('are told of discharged rows that are not cancelled, and of those alone', async () => {
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', SECOND, 'anna', EARLY, { cancelled: true })
    await kept.keep('c', { ...FIRST, age: 64 }, 'bo')
    await kept.keep('d', { ...FIRST, to: 'deceased' }, 'cilla')
    await kept.keep('e', aStay('2020-03-01T10:00:00Z'), 'dan')

    expect(answerLines(await kept.answers())).toEqual(['a yes no no', 'c no', 'd no'])
    expect(await kept.answers(undefined, 'open')).toEqual([])
  })

  it('are told of the last of the stays that a transfer joins', async () => {
    await kept.keep('a', { ...FIRST, to: 'transfer' }, 'anna')
    await kept.keep('b', aStay('2020-03-11T10:00:00Z', '2020-03-14T10:00:00Z'), 'anna')

    expect(answerLines(await kept.answers())).toEqual(['a no', 'b yes no no'])
  })

  it('are as they were known at the instant, now and before', async () => {
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', { ...SECOND, planned: true }, 'anna')
    await kept.keep('b', SECOND, 'anna', KNOWN)
    await kept.keep('b', SECOND, 'anna', LATE, { cancelled: true })

    expect(answerLines(await kept.answers(EARLY))).toEqual(['a yes no no', 'b yes no no'])
    expect(answerLines(await kept.answers(KNOWN))).toEqual(['a yes yes yes', 'b yes no no'])
    expect(answerLines(await kept.answers('2022-02-28T10:00:00.000Z'))).toEqual(['a yes yes yes', 'b yes no no'])
    expect(answerLines(await kept.answers())).toEqual(['a yes no no'])
  })

  it('follow what the source updated last, whatever the order of arrival', async () => {
    const open = aStay('2020-03-12T10:00:00Z')
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', open, 'anna', EARLY, { sourceUpdatedAt: LATE })
    await kept.keep('b', { ...open, planned: true }, 'anna', KNOWN)

    expect(answerLines(await kept.answers())).toEqual(['a yes yes yes'])
  })

  it('leave out a stay that has turned out to be another person’s, from then on', async () => {
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', SECOND, 'anna')
    await kept.keep('b', SECOND, 'bo', LATE)

    expect(answerLines(await kept.answers(KNOWN))).toEqual(['a yes yes yes', 'b yes no no'])
    expect(answerLines(await kept.answers())).toEqual(['a yes no no', 'b yes no no'])
  })

  it('stand as the rows tell the stays, whatever is recorded before the persons are looked up', async () => {
    await kept.keep('a', FIRST, 'anna')
    await kept.keep('b', aStay('2020-04-02T10:00:00Z'), 'anna')
    const rows = await kept.rows()
    await kept.keep('a', FIRST, 'bo', LATE)

    const answers = await all(readmissionsOfRows({ episodes: kept.episodes }, theReadmissions(), rows))

    expect(answerLines(answers)).toEqual(['a yes no yes'])
  })

  it('are those of the brute-force oracle, with other states recorded before and afterwards', async () => {
    const persons = Array.from({ length: runs(300) }, (_, person) => ({
      pseudonym: `person-${person}`,
      stays: aHistory(person).map((stay) => ({ ...stay, id: `${person}.${stay.id}` })),
    }))
    for (const { pseudonym, stays } of persons)
      for (const [index, stay] of stays.entries()) {
        const told = { ...stay, planned: stay.planned !== true, age: 30 }
        if (index % 3 === 0) await kept.keep(stay.id, told, `${pseudonym}-mistaken`)
        if (index % 3 === 1) await kept.keep(stay.id, told, pseudonym, EARLY, { cancelled: true })
        await kept.keep(stay.id, stay, pseudonym, KNOWN)
        if (index % 2 === 0) await kept.keep(stay.id, told, pseudonym, LATE, { cancelled: true })
      }
    const expected = persons.flatMap(({ stays }) => {
      const told = new Map(toldByOracle(stays).map((one) => [one.id, one]))
      return stays
        .filter(({ dischargedAt }) => dischargedAt !== undefined)
        .map(({ id }) => told.get(id) ?? { id, isIndex: 'no' as const })
    })

    const months = (await kept.months()).filter((month) => month !== 'open')
    const answers = (await Promise.all(months.map((month) => kept.answers(KNOWN, month)))).flat()

    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
    expect(answers.map(({ index }) => toldOf(index)).sort(byId)).toEqual(expected.sort(byId))
    expect(answers.every(({ row, index }) => row.id === index.id)).toBe(true)
  })
})
