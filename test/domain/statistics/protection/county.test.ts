import { describe, expect, it } from 'vitest'
import { hiddenIn } from '#domain/statistics/protection/hidden-in.ts'
import type { ProtectedNode } from '#domain/statistics/protection/protected-node.ts'
import { disclosedCells } from '../../../support/disclosed-cells.ts'
import { type CountyForm, groupsOf, largeCounty } from '../../../support/made-county.ts'
import { type Hide, type PublishedRow, publishMonth } from '../../../support/published-county.ts'
import { runs } from '../../../support/runs.ts'

const THRESHOLD = 5
const SEED = Number(process.env.SEED ?? '2017612')
const IS_DEEP = process.env.DEEP === '1'

const hide: Hide = (root, earlier) => hiddenIn(root, { threshold: THRESHOLD }, earlier)

// From some twenty stays in a month to five thousand.
const months = Array.from({ length: 12 }, (_, month) => ({ seed: SEED, month, busy: 0.05 * 1.75 ** month }))

const shareHidden = (rows: readonly PublishedRow[]): number => {
  const notZero = rows.filter(({ truth }) => truth.some((atom) => atom > 0))
  return notZero.filter(({ isHidden }) => isHidden).length / notZero.length
}

const smallIn = (node: ProtectedNode): readonly string[] => [
  ...([...node.atoms, ...node.cells].some((count) => count > 0 && count < THRESHOLD) ? [node.name] : []),
  ...node.children.flatMap(smallIn),
]

describe('everything that a county publishes in a year', () => {
  const tried = IS_DEEP ? months : months.filter(({ month }) => month === 9)
  const year = tried.map((month) => ({ ...month, rows: publishMonth(month, largeCounty, hide) }))
  const readers = IS_DEEP ? [undefined, ...groupsOf(largeCounty)] : [undefined, 'M3']

  it.each(readers)(
    'leaves every hidden cell the threshold wide to %s, revisions compared or not',
    { timeout: 600_000 },
    async (group) => {
      const rows = year.flatMap((month) => month.rows)

      expect(await disclosedCells(rows, { group, compares: false }, THRESHOLD)).toEqual([])
      expect(await disclosedCells(rows, { group, compares: true }, THRESHOLD)).toEqual([])
    },
  )

  it('shows most rows of a month with many stays, and few of one with few', () => {
    const stays = ({ block, careType }: PublishedRow) => block.name === 'stays' && careType === 'somatic'
    const [fewest, , , , , , , , , , , most] = months.map((month) =>
      publishMonth(month, largeCounty, hide).filter(stays),
    )

    expect(shareHidden(most ?? [])).toBeLessThan(0.5)
    expect(shareHidden(fewest ?? [])).toBeGreaterThan(0.9)
  })

  it.runIf(IS_DEEP)('hides so much', () => {
    for (const { month, rows } of year) {
      const shares = [...Map.groupBy(rows, ({ block, careType }) => `${block.name} ${careType}`)].map(
        ([of, own]) => `${of} ${Math.round(shareHidden(own) * 100)} %`,
      )
      console.info(`month ${month + 1}, hidden of the rows that are not zero: ${shares.join(', ')}`)
    }
  })
})

describe('a small county with many revisions', () => {
  const forms = Array.from({ length: runs(80, 4) }, (_, at) => ({
    seed: SEED + at,
    busy: [0.2, 1, 4, 12, 30][at % 5] ?? 1,
    form: {
      municipalities: 2 + (at % 5),
      districts: 2 + (at % 3),
      mostRevisions: 2 + (at % 5),
      changesOneIn: 2 + (at % 4),
    },
  }))

  it.each(forms)('gives nothing away to anyone: $seed $form', { timeout: 60_000 }, async ({ seed, busy, form }) => {
    const rows = publishMonth({ seed, month: 0, busy }, form, hide)
    const readers = IS_DEEP ? [undefined, ...groupsOf(form)] : [undefined, seed % 2 === 0 ? 'M1' : 'D1']

    for (const group of readers) {
      for (const compares of [false, true]) {
        expect(await disclosedCells(rows, { group, compares }, THRESHOLD), `to ${group}, ${compares}`).toEqual([])
      }
    }
  })
})

describe('the solver', () => {
  const form: CountyForm = { municipalities: 6, districts: 3, mostRevisions: 3, changesOneIn: 4 }
  const given = (how: Hide, compares: boolean, group?: string) =>
    disclosedCells(publishMonth({ seed: 4, month: 0, busy: 12 }, form, how), { group, compares }, THRESHOLD)

  it('finds what small numbers alone being hidden gives away', async () => {
    const found = await given((root) => new Set(smallIn(root)), false)

    expect(found.length).toBeGreaterThan(0)
  })

  it('finds what a group knows where only outsiders are thought of', async () => {
    const withoutGroups = (node: ProtectedNode): ProtectedNode => ({
      ...node,
      group: undefined,
      children: node.children.map(withoutGroups),
    })
    const forOutsiders: Hide = (root, earlier) => hide(withoutGroups(root), earlier)

    const toAll = await Promise.all(groupsOf(form).map((group) => given(forOutsiders, false, group)))

    expect(await given(forOutsiders, false)).toEqual([])
    expect(toAll.flat().length).toBeGreaterThan(0)
  })

  it('finds what comparing revisions gives away where each is protected by itself', async () => {
    const byItself: Hide = (root) => hide(root, [])

    expect(await given(byItself, false)).toEqual([])
    expect((await given(byItself, true)).length).toBeGreaterThan(0)
  })
})
