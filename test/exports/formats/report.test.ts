import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellInWords } from '#functions/exports/formats/report/cell-in-words.ts'
import { writeReport } from '#functions/exports/formats/report.ts'
import type { Row, StatisticsTable } from '#schemas/statistics/column.ts'
import { aFiguresTable } from '#test/support/a-figures-table.ts'
import { aColumn, aStatisticsTable, someExportFacts } from '#test/support/a-statistics-table.ts'
import { anyTable } from '#test/support/arbitrary-table.ts'
import { readReport } from '#test/support/read-formats.ts'

const figures = someExportFacts({ table: 'figures', suppression: { threshold: 5, hiddenCells: 96 } })
const html = (table: StatisticsTable, facts = figures): string => new TextDecoder().decode(writeReport(table, facts))
const shown = (table: StatisticsTable) => readReport(writeReport(table, figures))
const named = (rows: readonly Row[], name: string): readonly Row[] =>
  rows.filter(({ municipality_name }) => municipality_name === name)

describe('the report of the figures', () => {
  it('says what it shows: the table, the region, the month, what was known, the rules and the definitions', () => {
    const page = html(aFiguresTable)

    expect(page).toContain('<html lang="sv">')
    expect(page).toContain('<h1>Utskrivningsklara patienter, mars 2020</h1>')
    expect(page).toContain('<b>Region</b> 01 Stockholm')
    expect(page).toContain('<b>Visar vad som var känt</b> 2020-04-15 kl. 08:00:00.000 UTC')
    expect(page).toContain('<b>Regler</b> stockholm-somatic etapp 1 version 1')
    expect(page).toContain('Definitioner: figures 1.')
  })

  it('shows the region and each municipality of all care, and counts the rows that are only in the files', () => {
    const { columns, cells } = shown(aFiguresTable)

    expect(columns.slice(0, 3)).toEqual(['unit', 'discharged', 'ready_days'])
    expect(cells.map(([unit]) => unit)).toEqual(
      aFiguresTable.rows
        .filter(({ care_type }) => care_type === 'all')
        .map(({ municipality_name }) => municipality_name ?? 'Hela regionen'),
    )
    expect(html(aFiguresTable)).toContain(
      'Vårdform i tabellen: all vård. Bara i filerna: 54 rader (sidan visar 27 av 81)',
    )
  })

  it('shows the region and the largest municipalities where not all have room', () => {
    const all = aFiguresTable.rows.filter(({ care_type }) => care_type === 'all')
    const many = [...all, ...all.slice(1).map((row) => ({ ...row, ready_days: 1, municipality_name: 'Minst' }))]

    const { cells } = shown({ ...aFiguresTable, rows: many })

    const days = cells.slice(1).map(([, , text = '']) => Number(text?.replace(/\D/g, '')))
    expect(cells).toHaveLength(27)
    expect(cells[0]?.[0]).toBe('Hela regionen')
    expect(days).toEqual(days.toSorted((a, b) => b - a))
    expect(days[0]).toBe(Math.max(...all.slice(1).map(({ ready_days }) => Number(ready_days))))
  })

  it('draws ready days with and without liability, the mean, and the share of readmissions', () => {
    const page = html(aFiguresTable)

    expect([...page.matchAll(/<svg role="img" aria-labelledby="(\S+)-title/g)].map(([, id]) => id)).toEqual([
      'ready-days',
      'agreement-mean',
      'share-30',
    ])
    expect(page).toContain('<desc id="ready-days-desc">Liggande staplar. Nykvarn: 305 (158); ')
    expect(named(aFiguresTable.rows, 'Nykvarn').at(-1)).toMatchObject({ ready_days: 305, liable_days: '158.0000' })
  })

  it('hatches ready days whose liability is not told', () => {
    const rows = aFiguresTable.rows.map((row) => ({ ...row, liable_days: null, hidden: '' }))

    expect(html({ ...aFiguresTable, rows })).toContain('Nykvarn: 305 (–)')
    expect(html({ ...aFiguresTable, rows })).toContain('fill="url(#ready-days-hatched)"')
  })

  it('shows what is hidden as two dots and what there is not as a dash, and says so', () => {
    const { columns, cells } = shown(aFiguresTable)
    const page = html(aFiguresTable)

    const upplandsVasby = cells.find(([unit]) => unit === 'Upplands Väsby') ?? []
    expect(upplandsVasby[columns.indexOf('discharged')]).toBe('··')
    expect(upplandsVasby[columns.indexOf('left_out')]).toBe('3')
    expect(page).toContain(
      '·· betyder dold. Små tal är dolda för att skydda enskilda: gränsen är 5, och 96 celler är dolda.',
    )
    expect(page).toContain('På sidan: vårdtillfällen (1 av raderna), betalningsansvar (1 av raderna)')
    expect(html(aFiguresTable, { ...figures, suppression: null })).toContain('Inget är dolt, alla uppgifter är exakta.')
  })
})

describe('the report of any table', () => {
  it('shows the cells of the sample table, with one chart', () => {
    const { columns, cells } = shown(aStatisticsTable())

    expect(columns).toEqual(['unit', 'month', 'stage', 'version', 'note', 'discharged', 'mean', 'amount'])
    expect(cells[0]).toEqual(['Stockholm', '2020-03', '1', '1.10', '–', '1\u00a0234', '2,4000', '−16\u00a0400,00'])
    expect(cells[1]).toEqual(['Österåker', '2020-03', '2', '1.1', 'Malmö – Åre, idé', '··', '··', '0,00'])
    expect(html(aStatisticsTable()).match(/<svg /g)).toHaveLength(1)
  })

  it('shows what the cells hold, of as many columns and rows as there is room for', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { columns, cells } = shown(table)

        const shownColumns = table.columns.filter(({ name }) => columns.includes(name))
        const lines = new Set(
          table.rows.map((row) => JSON.stringify(shownColumns.map((column) => inHtml(cellInWords(row, column))))),
        )
        expect(cells).toHaveLength(Math.min(table.rows.length, 27))
        expect(columns).toContain('key')
        expect(cells.filter((line) => !lines.has(JSON.stringify(line)))).toEqual([])
      }),
    )
  })

  it('needs nothing beside it and runs nothing', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const page = html(table)

        expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon\w+\s*=\s*"|@import/i)
        expect(page.replaceAll(/url\(#[a-z0-9-]+\)/g, '')).not.toMatch(/\b(src|href)\s*=|url\(/i)
      }),
    )
  })

  it('lets no text be markup, wherever it stands', () => {
    const evil = '<script>alert("1")</script><b>&amp;\'"'
    const columns = [
      aColumn('key', { kind: 'code' }, { title: { sv: evil, en: evil } }),
      aColumn('count', { kind: 'integer' }, { title: { sv: evil, en: evil } }),
    ]
    const rows = [
      { key: evil, count: 1 },
      { key: `${evil}2`, count: 2 },
    ]
    const facts = someExportFacts({
      id: evil,
      audience: evil,
      knownAt: evil,
      rules: [{ agreement: evil, stage: evil, version: evil, sha256: evil }],
      definitions: [{ id: evil, version: evil, sha256: evil }],
    })

    const page = html(aStatisticsTable({ title: { sv: evil, en: evil }, columns, rows }), facts)

    expect(page).not.toContain('<script')
    expect(page).not.toContain("<b>&amp;'")
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(10)
  })

  it('has no chart where nothing differs', () => {
    const columns = [aColumn('key', { kind: 'code' }), aColumn('count', { kind: 'integer' })]
    const rows = [
      { key: '01', count: 1 },
      { key: '02', count: 1 },
    ]

    expect(html(aStatisticsTable({ columns, rows }))).not.toContain('<svg')
  })

  it('draws several months in their order', () => {
    const columns = [aColumn('month', { kind: 'month' }), aColumn('count', { kind: 'integer' })]
    const rows = ['2020-01', '2020-02', '2020-03'].map((month, at) => ({ month, count: 5 - at }))

    expect(html(aStatisticsTable({ columns, rows }))).toContain('Liggande staplar. 2020-01: 5; 2020-02: 4; 2020-03: 3.')
  })
})

// What HTML cannot hold has become the replacement character.
const inHtml = (text: string): string =>
  text.replace(/[\u007f-\u009f\p{Cc}]/gu, (one) => (/[\t\r\n]/.test(one) ? one : '\ufffd'))
