import { describe, expect, it } from 'vitest'
import { example, examples } from '#schemas/rule-file/example.ts'

const aMonth = { name: 'a month', month: '2020-03', readyDays: [1], expect: {} }
const aDay = { name: 'a day', on: '2020-03-01', expect: { governs: true } }
const aDetermination = {
  name: 'a level',
  population: [{ out: '2020-03-01', readyDays: 3 }],
  expect: { determined: '3' },
}
const aStay = { ready: '2020-03-02 10:00', out: '2020-03-05 10:00' }

/** Where an example is wrong, and by which rule of ours or of the schema. */
const faultsOf = (written: object) =>
  (example.safeParse(written).error?.issues ?? []).map((issue) => [
    issue.path.join('.'),
    issue.code === 'custom' ? issue.params?.rule : issue.code,
  ])
const inEpisode = (episode: object) => faultsOf({ ...aMonth, readyDays: undefined, episodes: [episode] })

describe('the schema of an example', () => {
  it.each([aMonth, aDay, aDetermination])('takes $name, and what it gives again', (written) => {
    expect(example.parse(written)).toEqual(written)
    expect(example.parse(example.parse(written))).toEqual(written)
  })

  it.each([
    ['a day in a month', { ...aMonth, careType: 'somatic' }, ['', 'unrecognized_keys']],
    ['days in a day', { ...aDay, expect: { governs: true, days: '1.00' } }, ['expect', 'unrecognized_keys']],
    ['a level in a determination', { ...aDetermination, determined: '2' }, ['', 'unrecognized_keys']],
    ['a day that expects nothing', { ...aDay, expect: {} }, ['expect.governs', 'invalid_type']],
    ['neither month, day nor population', { name: 'none', expect: {} }, ['month', 'invalid_type']],
    ['a key of no kind', { ...aDay, expect: { governs: true, missng: [] } }, ['expect', 'unrecognized_keys']],
    ['both days and episodes', { ...aMonth, episodes: [] }, ['', 'ready-days-or-episodes']],
  ])('tells the place of %s', (_, written, fault) => {
    expect(faultsOf(written)).toEqual([fault])
  })

  it.each([
    ['a stay longer than any', { ...aMonth, readyDays: [400, 401] }, ['readyDays.1', 'too_big']],
    ['too many stays', { ...aMonth, readyDays: Array(201).fill(0) }, ['readyDays', 'too_big']],
    ['a month before 2010', { ...aMonth, month: '2009-12' }, ['month', 'year-outside-2010-to-2100']],
    ['a day after 2100', { ...aDay, on: '2101-01-01' }, ['on', 'year-outside-2010-to-2100']],
    ['money in parts of an öre', { ...aMonth, dayAmount: '1.001' }, ['dayAmount', 'invalid_format']],
    ['a level of many digits', { ...aMonth, determined: '1.00000000000' }, ['determined', 'too_big']],
  ])('refuses %s', (_, written, fault) => {
    expect(faultsOf(written)).toEqual([fault])
  })

  it.each([
    ['that is ready on no date', { ...aStay, ready: '2020-02-30 10:00' }, ['ready', 'no-such-date']],
    ['that is ready at no time', { ...aStay, ready: '2020-03-02 24:00' }, ['ready', 'invalid_format']],
    ['that is never ready', { out: aStay.out }, ['', 'ready-or-readiness']],
    ['that is ready twice over', { ...aStay, readiness: [aStay] }, ['', 'ready-or-readiness']],
    ['that is out before it is ready', { ...aStay, out: '2020-03-01 10:00' }, ['out', 'times-out-of-order']],
    [
      'whose periods overlap',
      { readiness: [{ ...aStay, withdrawn: aStay.out, out: undefined }, aStay] },
      ['readiness.1.ready', 'times-out-of-order'],
    ],
    [
      'four years away from its month',
      { ...aStay, ready: '2016-03-02 10:00' },
      ['ready', 'more-than-three-years-from-the-month'],
    ],
    [
      'called to four years away',
      { ...aStay, planning: { called: '2024-01-01 10:00' } },
      ['planning.called', 'more-than-three-years-from-the-month'],
    ],
    [
      'with a notice four years away',
      { ...aStay, admissionNotice: '2016-12-31 10:00' },
      ['admissionNotice', 'more-than-three-years-from-the-month'],
    ],
  ])('refuses an episode %s', (_, episode, [path, rule]) => {
    expect(inEpisode(episode)).toEqual([[['episodes.0', path].filter((part) => part !== '').join('.'), rule]])
  })

  it('takes an episode three years away, and an open one', () => {
    expect(inEpisode({ ...aStay, ready: '2017-01-01 10:00' })).toEqual([])
    expect(inEpisode({ ready: aStay.ready })).toEqual([])
  })
})

describe('the schema of all examples', () => {
  it('takes one to three hundred of them', () => {
    expect(examples.safeParse([]).success).toBe(false)
    expect(examples.safeParse(Array(300).fill(aDay)).success).toBe(true)
    expect(examples.safeParse(Array(301).fill(aDay)).success).toBe(false)
  })

  it('takes five hundred stays in them together', () => {
    const many = { ...aMonth, readyDays: Array(200).fill(0) }
    const fewer = { ...aMonth, readyDays: undefined, episodes: Array(100).fill({ ...aStay, out: '2020-03-02 10:00' }) }

    expect(examples.safeParse([many, many, fewer, aDay, aDetermination]).success).toBe(true)
    expect(examples.safeParse([many, many, fewer, aMonth]).error?.issues).toMatchObject([
      { path: [], params: { rule: 'more-than-500-stays-together' } },
    ])
  })

  it('takes three thousand ready days in them together, in short or in periods', () => {
    const full = { ...aMonth, readyDays: Array(10).fill(300) }
    const stay = { readiness: [{ ready: '2019-03-02 10:00', withdrawn: '2019-09-02 10:00' }, aStay] }
    const long = { ...aMonth, readyDays: undefined, episodes: Array(5).fill(stay) }
    const tooLong = [{ path: [], params: { rule: 'more-than-3000-ready-days-together' } }]

    expect(examples.safeParse([full, aDay, aDetermination]).success).toBe(true)
    expect(examples.safeParse([full, aMonth]).error?.issues).toMatchObject(tooLong)
    expect(examples.safeParse([{ ...long, episodes: long.episodes.slice(1) }]).success).toBe(true)
    expect(examples.safeParse([long]).error?.issues).toMatchObject(tooLong)
  })
})
