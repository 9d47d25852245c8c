import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { queryAll, TableBusyError, TableLimitError } from '#store/table.ts'
import { describeTable } from '#test/support/table-contract.ts'

const inMemory = async () => {
  const table = openSqliteTable(':memory:')
  return { table, close: () => table.close() }
}

describeTable('the sqlite table', inMemory, { transactions: true })

describe('a transaction on the sqlite table', () => {
  it('counts towards its 4 MB the items as its updates leave them', async () => {
    const table = openSqliteTable(':memory:')
    const sks = Array.from('0123456789a')
    for (const sk of sks) await table.write({ kind: 'put', item: { pk: 'p', sk, x: 'x'.repeat(399 * 1024) } })

    const result = table.transact(sks.map((sk) => ({ kind: 'update', key: { pk: 'p', sk }, set: { n: 1 } })))

    await expect(result).rejects.toThrow(TableLimitError)
    expect(await table.get({ pk: 'p', sk: '0' })).not.toHaveProperty('n')
    table.close()
  })
})

describe('the file of the sqlite table', () => {
  let directory = ''
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sqlite-table-'))
  })
  afterAll(async () => {
    await rm(directory, { recursive: true })
  })

  it('keeps what was written when it is opened again', async () => {
    const path = join(directory, 'kept.db')
    const item = { pk: 'p', sk: 's', text: 'å', n: 0.1 }
    const first = openSqliteTable(path)
    await first.write({ kind: 'put', item })
    first.close()

    const second = openSqliteTable(path)

    expect(await second.get(item)).toStrictEqual(item)
    second.close()
  })

  it('shows one process what another has written', async () => {
    const path = join(directory, 'shared.db')
    const [one, other] = [openSqliteTable(path), openSqliteTable(path)]
    const item = { pk: 'p', sk: 's' }

    await one.write({ kind: 'put', item })

    expect(await other.get(item)).toStrictEqual(item)
    one.close()
    other.close()
  })

  it('takes the writes of several processes in turn', async () => {
    const path = join(directory, 'counted.db')
    const counters = [1, 2].map(() =>
      spawn(process.execPath, ['--input-type=module', '--eval', hundredCounts, path], { stdio: 'inherit' }),
    )
    const exits = await Promise.all(counters.map((counter) => once(counter, 'exit')))

    const table = openSqliteTable(path)

    expect(exits.map(([code]) => code)).toStrictEqual([0, 0])
    expect(await table.get({ pk: 'p', sk: 's' })).toStrictEqual({ pk: 'p', sk: 's', n: 200 })
    table.close()
  })

  it('lets reads go on beside a write, by a write-ahead log', () => {
    const path = join(directory, 'pragma.db')
    openSqliteTable(path).close()

    const database = new DatabaseSync(path)

    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
  })

  it('is busy while another holds it, and applies nothing', async () => {
    const path = join(directory, 'busy.db')
    const table = openSqliteTable(path)
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')

    const result = table.write({ kind: 'put', item: { pk: 'p', sk: 's' } })

    await expect(result).rejects.toThrow(TableBusyError)
    await expect(result).rejects.toHaveProperty('cause.code', 'ERR_SQLITE_ERROR')
    other.exec('ROLLBACK')
    other.close()
    expect(await table.get({ pk: 'p', sk: 's' })).toBeUndefined()
    table.close()
  })

  it('keeps every answered write when the process is killed, and opens again', async () => {
    const path = join(directory, 'killed.db')
    const writer = spawn(process.execPath, ['--input-type=module', '--eval', endlessWriter, path])
    const answered: string[] = []
    for await (const line of createInterface(writer.stdout)) {
      answered.push(line)
      if (answered.length === 50) writer.kill('SIGKILL')
    }

    const table = openSqliteTable(path)
    const kept = await queryAll(table, { pk: 'p' })

    expect(answered.length).toBeGreaterThanOrEqual(50)
    expect(kept.map(({ sk }) => sk)).toEqual(expect.arrayContaining(answered))
    // Whole transactions only: each has written its two items, or none.
    expect(await queryAll(table, { pk: 'q' })).toHaveLength(kept.length)
    table.close()
  })

  it('is busy when the disk takes no more, and keeps every answered write', async () => {
    const path = join(directory, 'full.db')
    const limited = ['-c', 'ulimit -f 1024; exec "$0" "$@"', process.execPath, '--input-type=module']
    const writer = spawn('bash', [...limited, '--eval', endlessWriter, path], { stdio: ['ignore', 'pipe', 'pipe'] })
    const errors: string[] = []
    writer.stderr.on('data', (chunk) => errors.push(String(chunk)))
    const answered: string[] = []
    for await (const line of createInterface(writer.stdout)) answered.push(line)
    if (writer.exitCode === null) await once(writer, 'exit')

    const table = openSqliteTable(path)
    const kept = await queryAll(table, { pk: 'p' })

    expect(errors.join('')).toContain('TableBusyError')
    expect(kept.map(({ sk }) => sk)).toStrictEqual(answered)
    table.close()
  })
})

const opening = `
  import { openSqliteTable } from ${JSON.stringify(import.meta.resolve('#local/sqlite-table.ts'))}
  const table = openSqliteTable(process.argv[1])
`

// Counts to a hundred on one item, each time from what it has read.
const hundredCounts = `${opening}
  const key = { pk: 'p', sk: 's' }
  for (let counted = 0; counted < 100; ) {
    const { n = 0 } = await table.get(key) ?? {}
    const condition = n === 0 ? { kind: 'absent' } : { kind: 'equals', attribute: 'n', value: n }
    const { applied } = await table.write({ kind: 'update', key, set: { n: n + 1 }, condition })
    if (applied) counted += 1
  }
`

// Says the sort key of each transaction on a line of its own, after it was answered.
const endlessWriter = `${opening}
  import { writeSync } from 'node:fs'
  for (let n = 0; ; n += 1) {
    const sk = String(n).padStart(8, '0')
    const filler = 'x'.repeat(20_000)
    await table.transact(['p', 'q'].map((pk) => ({ kind: 'put', item: { pk, sk, filler } })))
    writeSync(1, sk + '\\n')
  }
`
