import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileKey } from '#functions/exports/file-key.ts'
import { writeParquet } from '#functions/exports/formats/parquet.ts'
import { counties } from '#schemas/reference/counties.ts'
import { tableNames } from '#schemas/statistics/column.ts'
import { tables } from '#schemas/statistics/tables.ts'
import { instant } from '#schemas/time.ts'
import { environments } from '../../cdk/environments.ts'
import { savedQueries } from '../../cdk/saved-queries.ts'
import { someExportFacts } from '../support/a-statistics-table.ts'
import { assembly, type Properties, resourcesOf } from '../support/assembly.ts'
import { readFooter } from '../support/read-formats.ts'

const { template } = assembly('prod')
const declared = resourcesOf(template, 'AWS::Glue::Table').map(([, { Properties: of }]): Properties => of.TableInput)
const inSql = (table: string): string => table.replaceAll('-', '_')
const tableOf = (name: string): Properties => declared.find(({ Name }) => Name === name) ?? {}
const namesOf = (columns: readonly Properties[]): readonly string[] => columns.map(({ Name }) => Name)
const asText = (value: Properties): string =>
  value['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'BUCKET')).join('')

/** What Athena reads an element of a Parquet schema as. */
const typeInSql = ({ type, converted_type, precision, scale }: Element): string => {
  if (type === 'INT64') return converted_type === 'DECIMAL' ? `decimal(${precision},${scale})` : 'bigint'
  return type === 'BYTE_ARRAY' && converted_type === 'UTF8' ? 'string' : `${type}`
}
type Element = ReturnType<typeof readFooter>['schema'][number]

describe('the tables of the statistics', () => {
  it('are those that are exported', () => {
    expect(declared.map(({ Name }) => Name).sort()).toEqual(tableNames.map(inSql).sort())
  })

  it.each(tableNames)('%s has every column of the files once, as a column or as a partition', (table) => {
    const { StorageDescriptor, PartitionKeys } = tableOf(inSql(table))
    const columns = namesOf(StorageDescriptor.Columns)
    const partitions = namesOf(PartitionKeys)

    expect(columns.filter((name) => partitions.includes(name))).toEqual([])
    for (const { name } of tables[table].columns) expect([...columns, ...partitions]).toContain(name)
    expect(columns).toHaveLength(new Set(columns).size)
  })

  it.each(tableNames)('%s gives each column the type that the Parquet file has', (table) => {
    const file = writeParquet({ name: table, ...tables[table], rows: [] }, someExportFacts())
    const { schema } = readFooter(file)
    const declaredTypes = tableOf(inSql(table)).StorageDescriptor.Columns.map(({ Name, Type }: Properties) => [
      Name,
      Type,
    ])

    const types = new Map(schema.slice(1).map((element) => [element.name, typeInSql(element)]))
    for (const [name, type] of declaredTypes) expect([name, type]).toEqual([name, types.get(name)])
  })

  it.each(tableNames)('%s is found where its files are kept', (table) => {
    const { StorageDescriptor, PartitionKeys, Parameters } = tableOf(inSql(table))
    const of = { table, region: '01', month: '2020-03', audience: '0136', revision: 2 }
    const key = fileKey(of, 'parquet')
    const [, month] = namesOf(PartitionKeys)
    const values: Readonly<Record<string, string>> = { ...of, [`${month}`]: of.month, revision: '2' }

    const template = asText(Parameters['storage.location.template'])
    const location = template.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? 'unknown')

    expect(location).toBe(`s3://BUCKET/${key.slice(0, key.lastIndexOf('/') + 1)}`)
    expect(location.startsWith(asText(StorageDescriptor.Location))).toBe(true)
  })

  it('keep the months of a series, which lies under the last of them', () => {
    expect(namesOf(tableOf('series').StorageDescriptor.Columns)).toContain('month')
    expect(namesOf(tableOf('series').PartitionKeys)).toEqual(['region', 'last_month', 'audience', 'revision'])
    expect(namesOf(tableOf('figures').PartitionKeys)).toEqual(['region', 'month', 'audience', 'revision'])
  })

  it.each(tableNames)('%s says of each partition which values it may have', (table) => {
    const { PartitionKeys, Parameters } = tableOf(inSql(table))
    const projected = namesOf(PartitionKeys).map((name) => Parameters[`projection.${name}.type`])

    expect(projected).toEqual(['enum', 'date', 'injected', 'integer'])
    expect(Parameters['projection.region.values'].split(',')).toEqual(Object.keys(counties).sort())
    expect(Parameters['projection.enabled']).toBe('true')
  })
})

describe('the saved queries', () => {
  const saved = resourcesOf(template, 'AWS::Athena::NamedQuery').map(([, { Properties: of }]): Properties => of)
  const files = readdirSync('cdk/saved-queries')

  it('are the files beside them, in the group that limits them', () => {
    expect(saved.map(({ Name }) => `${Name}.sql`).sort()).toEqual([...files].sort())
    expect(Object.keys(savedQueries)).toHaveLength(3)
    const [[, group] = []] = resourcesOf(template, 'AWS::Athena::WorkGroup')
    for (const { Name, QueryString, WorkGroup } of saved) {
      expect(QueryString).toBe(readFileSync(join('cdk/saved-queries', `${Name}.sql`), 'utf8'))
      expect(WorkGroup).toBe(group?.Properties.Name)
    }
  })

  it.each(files)('%s names a region, an audience and months for every table that it reads', (file) => {
    const sql = readFileSync(join('cdk/saved-queries', file), 'utf8')
    const reads = sql.match(/\bFROM (figures|left_out|national|series)\b/g) ?? []

    expect(reads.length).toBeGreaterThan(1)
    expect(sql.match(/region = '01' AND audience = 'all' AND (month BETWEEN|last_month =) '/g)).toHaveLength(
      reads.length,
    )
  })

  it.each(files)('%s uses no name that is no column of its table, keyword or name of its own', (file) => {
    const sql = readFileSync(join('cdk/saved-queries', file), 'utf8')

    expect(unknownNames(sql)).toEqual([])
  })

  it.each(files)('%s is known to use a column that there is not, when one is planted', (file) => {
    const sql = readFileSync(join('cdk/saved-queries', file), 'utf8')

    expect(
      unknownNames(sql.replace('municipality_name', 'municipality_title').replace('readmitted_7', 'readmitted_14')),
    ).toHaveLength(1)
  })
})

const KEYWORDS = new Set(
  'with as select from where and between group by order join using case when then end sum max count round cast double nullif is not null desc'.split(
    ' ',
  ),
)

/** The names of a query that are neither columns of the table it reads nor given in the query itself. */
const unknownNames = (sql: string): readonly string[] => {
  const code = sql.replace(/--.*$/gm, '').replace(/'[^']*'/g, '')
  const [, table = ''] = /\bFROM (\w+)/.exec(code) ?? []
  const { StorageDescriptor, PartitionKeys } = tableOf(table)
  const own = [...code.matchAll(/\bAS (\w+)|WITH (\w+)/g)].map(([, alias, view]) => alias ?? view)
  const known = new Set([table, ...namesOf(StorageDescriptor.Columns), ...namesOf(PartitionKeys), ...own])
  const used = code.match(/[A-Za-z_]\w*/g) ?? []
  return [...new Set(used)].filter((name) => !known.has(name) && !KEYWORDS.has(name.toLowerCase()))
}

describe('the schedules', () => {
  it.each(Object.entries(environments))('of %s are for regions that there are', (_, { statistics }) => {
    expect(statistics.regions.length).toBeGreaterThan(0)
    for (const region of statistics.regions) expect(counties).toHaveProperty(region)
    expect(new Set(statistics.regions).size).toBe(statistics.regions.length)
  })

  it('give the time as tasks are told it', () => {
    const [[, schedule] = []] = resourcesOf(template, 'AWS::Scheduler::Schedule')
    // As the documentation of the scheduler writes it.
    const input = schedule?.Properties.Target.Input.replace('<aws.scheduler.scheduled-time>', '2022-03-22T18:59:43Z')

    expect(instant.parse(JSON.parse(input).at)).toBe('2022-03-22T18:59:43Z')
  })
})
