import { describe, expect, it } from 'vitest'
import { queryAll, TableLimitError, type Write } from '#store/table.ts'
import { aFailure, aPartition, applied, type TableSubject } from './table-contract-subject.ts'

/** What the port promises of transactions. */
export const describeTransactions = (subject: TableSubject): void => {
  describe.skipIf(!subject.capabilities.transactions)('a transaction', () => {
    it('applies puts, updates and deletes together', async () => {
      const pk = aPartition()
      await subject.table().write({ kind: 'put', item: { pk, sk: 'old', n: 1 } })
      await subject.table().write({ kind: 'put', item: { pk, sk: 'row', kept: 'x', version: 1 } })

      const result = await subject.table().transact([
        { kind: 'put', item: { pk, sk: 'fresh', n: 2 }, condition: { kind: 'absent' } },
        {
          kind: 'update',
          key: { pk, sk: 'row' },
          set: { version: 2 },
          condition: { kind: 'equals', attribute: 'version', value: 1 },
        },
        { kind: 'delete', key: { pk, sk: 'old' }, condition: { kind: 'present' } },
        { kind: 'update', key: { pk, sk: 'made' }, set: { n: 3 } },
      ])

      expect(result).toStrictEqual(applied)
      expect(await queryAll(subject.table(), { pk })).toStrictEqual([
        { pk, sk: 'fresh', n: 2 },
        { pk, sk: 'made', n: 3 },
        { pk, sk: 'row', kept: 'x', version: 2 },
      ])
    })

    it('applies nothing when one condition fails, and lists each that failed with its place and item', async () => {
      const pk = aPartition()
      const standing = { pk, sk: 'b', version: 1 }
      await subject.table().write({ kind: 'put', item: standing })
      const equals = { kind: 'equals', attribute: 'version', value: 2 } as const

      const result = await subject.table().transact([
        { kind: 'put', item: { pk, sk: 'a' }, condition: { kind: 'absent' } },
        { kind: 'update', key: standing, set: { version: 3 }, condition: equals },
        { kind: 'put', item: { pk, sk: 'c' } },
        { kind: 'delete', key: { pk, sk: 'd' }, condition: { kind: 'present' } },
      ])

      expect(result).toStrictEqual({
        applied: false,
        failures: [aFailure(subject, 1, equals, standing), aFailure(subject, 3, { kind: 'present' })],
      })
      expect(await queryAll(subject.table(), { pk })).toStrictEqual([standing])
    })

    it('spans partitions', async () => {
      const [one, other] = [aPartition(), aPartition()]

      await subject.table().transact([
        { kind: 'put', item: { pk: one, sk: 'a' } },
        { kind: 'put', item: { pk: other, sk: 'a' } },
      ])

      expect(await subject.table().get({ pk: one, sk: 'a' })).toStrictEqual({ pk: one, sk: 'a' })
      expect(await subject.table().get({ pk: other, sk: 'a' })).toStrictEqual({ pk: other, sk: 'a' })
    })

    it('applies again when it is called again with the same writes', async () => {
      const item = { pk: aPartition(), sk: 'a' }
      const writes: readonly Write[] = [{ kind: 'put', item }]

      await subject.table().transact(writes)
      await subject.table().write({ kind: 'delete', key: item })
      await subject.table().transact(writes)

      expect(await subject.table().get(item)).toStrictEqual(item)
    })

    it('refuses two writes on one key', async () => {
      const item = { pk: aPartition(), sk: 'a' }

      const result = subject.table().transact([
        { kind: 'put', item },
        { kind: 'delete', key: item },
      ])

      await expect(result).rejects.toThrow(TableLimitError)
      expect(await subject.table().get(item)).toBeUndefined()
    })

    it('takes 1 to 100 writes', async () => {
      const pk = aPartition()
      const puts = (count: number): readonly Write[] =>
        Array.from({ length: count }, (_, n) => ({ kind: 'put', item: { pk, sk: `${n}` } }))

      await expect(subject.table().transact(puts(101))).rejects.toThrow(TableLimitError)
      await expect(subject.table().transact([])).rejects.toThrow(TableLimitError)
      const result = await subject.table().transact(puts(100))

      expect(result).toStrictEqual(applied)
      expect(await queryAll(subject.table(), { pk })).toHaveLength(100)
    })

    it('takes at most 4 MB', async () => {
      const pk = aPartition()
      const pkBytes = Buffer.byteLength(pk)
      const ofBytes = (sk: string, bytes: number): Write => ({
        kind: 'put',
        item: { pk, sk, x: 'x'.repeat(bytes - 'pkskx'.length - pkBytes - sk.length) },
      })
      const tenLargest = Array.from('0123456789', (sk) => ofBytes(sk, 400 * 1024))

      const tooMuch = subject.table().transact([...tenLargest, ofBytes('a', 96 * 1024 + 1)])
      await expect(tooMuch).rejects.toThrow(TableLimitError)
      const result = await subject.table().transact([...tenLargest, ofBytes('a', 96 * 1024)])

      expect(result).toStrictEqual(applied)
    })

    it('refuses an update that would make its item too large, and applies nothing', async () => {
      const pk = aPartition()
      await subject.table().write({ kind: 'put', item: { pk, sk: 'a', one: 'x'.repeat(300 * 1024) } })

      const result = subject.table().transact([
        { kind: 'put', item: { pk, sk: 'b' } },
        { kind: 'update', key: { pk, sk: 'a' }, set: { other: 'x'.repeat(200 * 1024) } },
      ])

      await expect(result).rejects.toThrow(TableLimitError)
      expect(await subject.table().get({ pk, sk: 'b' })).toBeUndefined()
    })
  })
}
