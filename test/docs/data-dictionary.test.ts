import { describe, expect, it } from 'vitest'
import { tableNames } from '#schemas/statistics/column.ts'
import { tables } from '#schemas/statistics/tables.ts'
import { dataDictionary } from '../support/data-dictionary.ts'

describe('the data dictionary', () => {
  it.each(['sv', 'en'] as const)('in %s says what the tables are', async (language) => {
    await expect(dataDictionary(language)).toMatchFileSnapshot(`../../docs/statistics/dictionary.${language}.md`)
  })
})

describe('the columns of a table', () => {
  it.each(tableNames)('of %s have names and titles of their own, which Athena and Excel can take', (name) => {
    const { columns } = tables[name]

    const names = columns.map((column) => column.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((each) => /^[a-z][a-z0-9_]*$/.test(each))).toBe(true)
    for (const language of ['sv', 'en'] as const) {
      const titles = columns.map(({ title }) => title[language])
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
})
