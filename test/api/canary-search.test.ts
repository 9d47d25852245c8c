import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteAccessLog } from '#local/sqlite-access-log.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { taskQueue } from '#local/task-queue.ts'
import { aTask } from '../support/a-task.ts'
import { canary, encoded, tracesIn, written } from '../support/canary.ts'
import { foundIn } from '../support/canary-places.ts'
import { aDataFolder } from '../support/service.ts'
import { aTestNumber } from '../support/test-numbers.ts'

let folder: string
const open: { close(): void }[] = []
beforeEach(() => {
  folder = aDataFolder()
})
afterEach(() => {
  for (const each of open.splice(0)) each.close()
  rmSync(folder, { recursive: true })
})

const opened = <Table extends { close(): void }>(table: Table): Table => {
  open.push(table)
  return table
}
const placesOfFound = async () => [...new Set((await foundIn(folder)).map(({ place }) => place))]

const other = aTestNumber('19560418', '999')

describe('the search for a planted number', () => {
  it.each([
    ...Object.entries(written),
    ...Object.entries(encoded),
    ['in base64, behind one sign', Buffer.from(`:${canary}:`).toString('base64')],
    ['in base64, behind two', Buffer.from(`::${canary}::`).toString('base64')],
    ['in UTF-16', Buffer.from(canary, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(canary, 'utf16le').swap16()],
    ['in entities', [...canary].map((digit) => `&#${digit.charCodeAt(0)};`).join('')],
  ])('finds it %s', (_, text) => {
    expect(tracesIn(text)).not.toEqual([])
    expect(tracesIn(Buffer.concat([Buffer.from('a '), Buffer.from(text), Buffer.from(' b')]))).not.toEqual([])
  })

  it.each(['md5', 'sha1', 'sha256', 'sha512'])('finds its %s, which anyone can reverse', (algorithm) => {
    const digest = createHash(algorithm).update(canary).digest()

    for (const form of [digest, digest.toString('hex'), digest.toString('base64url').slice(0, 22)])
      expect(tracesIn(form)).toEqual(['as a digest'])
  })

  it('finds nothing in another number, however it is written', () => {
    const all = `${other} ${other.slice(2)} ${Buffer.from(other).toString('base64')} ${Buffer.from(other).toString('hex')}`

    expect(tracesIn(all)).toEqual([])
  })

  it('finds nothing in a folder that has none', async () => {
    writeFileSync(join(folder, 'other.txt'), other)
    opened(openSqliteTable(join(folder, 'fristdag.db')))

    expect(await foundIn(folder)).toEqual([])
  })

  it.each([
    ['a line of a log', 'log.txt', Buffer.from(`{"event":"x","error":"${canary}"}\n`), 'log.txt'],
    ['what is packed', 'log.gz', gzipSync(`x ${canary}`), 'log.gz unpacked'],
    ['a sheet of a workbook', 'a.xlsx', zipSync({ 'xl/sheet1.xml': strToU8(canary) }), 'a.xlsx/xl/sheet1.xml'],
    [
      'a column of a Parquet file',
      'a.parquet',
      new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'a', data: [written.hyphenated], type: 'STRING' }] })),
      'a.parquet as rows',
    ],
  ])('finds it in %s', async (_, name, bytes, place) => {
    writeFileSync(join(folder, name), bytes)

    expect(await placesOfFound()).toContain(place)
  })

  it('finds it in the name of an export, and in that of a folder', async () => {
    const key = `csv/figures/region=01/audience=${canary}`
    mkdirSync(join(folder, key), { recursive: true })
    writeFileSync(join(folder, key, 'figures.csv'), 'month\n')

    expect(await placesOfFound()).toEqual([`the name ${key}/figures.csv`])
  })

  it('finds it in a table and in the log of its writes, also where it is longer than a page', async () => {
    const table = opened(openSqliteTable(join(folder, 'fristdag.db')))
    await table.write({ kind: 'put', item: { pk: 'a', sk: 'b', content: `${'x'.repeat(4_000)}${canary}`.repeat(20) } })

    expect(await placesOfFound()).toEqual(expect.arrayContaining(['fristdag.db as rows', 'fristdag.db-wal']))
  })

  it('finds it in a row that has been deleted, as long as the file holds it', async () => {
    const table = opened(openSqliteTable(join(folder, 'fristdag.db')))
    await table.write({ kind: 'put', item: { pk: 'a', sk: canary } })
    await table.write({ kind: 'delete', key: { pk: 'a', sk: canary } })

    expect(await placesOfFound()).toEqual(['fristdag.db-wal'])
  })

  it('finds it in a task that waits', async () => {
    const table = opened(openSqliteTable(join(folder, 'fristdag.db')))
    await taskQueue(table, () => '2020-03-04T10:00:00.000Z').send([aTask(canary)])

    expect(await placesOfFound()).toContain('fristdag.db as rows')
  })

  it('finds it in the log of accesses', async () => {
    const table = opened(openSqliteAccessLog(join(folder, 'access-log.db')))
    const item = { pk: 'REGION#01#2020-03', sk: 'a', content: JSON.stringify({ sub: written['short, hyphenated'] }) }
    await table.transact([{ kind: 'put', item, condition: { kind: 'absent' } }])

    expect(await placesOfFound()).toEqual(expect.arrayContaining(['access-log.db as rows', 'access-log.db-wal']))
  })
})
