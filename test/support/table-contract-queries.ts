import { beforeAll, describe, expect, it } from 'vitest'
import { type Page, type Query, queryAll, TableLimitError } from '#store/table.ts'
import { itemSize } from '#store/table-limits.ts'
import { aPartition, type TableSubject } from './table-contract-subject.ts'

// In the order of their UTF-8 bytes; UTF-16 would put the last before the one before it.
const inByteOrder = ['A', 'B', 'B\0', 'B!', 'BA', 'BB', 'C', 'a', 'z', 'zz', 'ö', 'ö1', '\uffff', '\u{1f3e5}']

/** What the port promises of ranges, order and pages. */
export const describeQueries = (subject: TableSubject): void => {
  describe('a query', () => {
    const pk = aPartition()
    beforeAll(async () => {
      await putAll(subject, pk, inByteOrder.toReversed())
      await putAll(subject, `${pk}#`, ['A', 'B'])
    })
    const sksOf = async (query: Omit<Query, 'pk'>) =>
      (await queryAll(subject.table(), { pk, ...query })).map(({ sk }) => sk)

    it('finds nothing in an empty partition', async () => {
      expect(await subject.table().query({ pk: aPartition() })).toStrictEqual({ items: [] })
    })

    it('gives whole items of its partition only', async () => {
      const { items } = await subject.table().query({ pk: `${pk}#` })

      expect(items).toStrictEqual([
        { pk: `${pk}#`, sk: 'A', n: 0 },
        { pk: `${pk}#`, sk: 'B', n: 1 },
      ])
    })

    it('gives the items in the order of the bytes of their sort keys, or the reverse', async () => {
      expect(await sksOf({})).toStrictEqual(inByteOrder)
      expect(await sksOf({ descending: true })).toStrictEqual(inByteOrder.toReversed())
    })

    it('takes bounds inclusively', async () => {
      expect(await sksOf({ from: 'BB', to: 'a' })).toStrictEqual(['BB', 'C', 'a'])
      expect(await sksOf({ from: 'B\u0001', to: 'BA' })).toStrictEqual(['B!', 'BA'])
      expect(await sksOf({ from: 'ö1' })).toStrictEqual(['ö1', '\uffff', '\u{1f3e5}'])
      expect(await sksOf({ to: 'B' })).toStrictEqual(['A', 'B'])
      expect(await sksOf({ from: 'B', to: 'BA', descending: true })).toStrictEqual(['BA', 'B!', 'B\0', 'B'])
    })

    it.skipIf(subject.capabilities.boundsByBytes === false)('orders its bounds by bytes too', async () => {
      expect(await sksOf({ from: '\uffff', to: '\u{1f3e5}' })).toStrictEqual(['\uffff', '\u{1f3e5}'])
      expect(await sksOf({ from: '\uffff', to: '\u{1f3e5}', limit: 1 })).toStrictEqual(['\uffff', '\u{1f3e5}'])
    })

    it('finds nothing between bounds in the wrong order', async () => {
      expect(await sksOf({ from: 'b', to: 'a' })).toStrictEqual([])
    })

    it('takes a prefix', async () => {
      expect(await sksOf({ prefix: 'B' })).toStrictEqual(['B', 'B\0', 'B!', 'BA', 'BB'])
      expect(await sksOf({ prefix: 'ö', descending: true })).toStrictEqual(['ö1', 'ö'])
      expect(await sksOf({ prefix: '\u{1f3e5}' })).toStrictEqual(['\u{1f3e5}'])
      expect(await sksOf({ prefix: 'Q' })).toStrictEqual([])
    })

    it('refuses a prefix with a bound, empty strings and a limit below 1', async () => {
      const refusals: readonly Query[] = [
        { pk, prefix: 'a', from: 'a' },
        { pk, prefix: 'a', to: 'a' },
        { pk, prefix: '' },
        { pk, from: '' },
        { pk, to: '' },
        { pk: '' },
        { pk, limit: 0 },
        { pk, limit: 1.5 },
      ]

      for (const query of refusals) await expect(subject.table().query(query)).rejects.toThrow(TableLimitError)
    })

    it('stops at the limit with a cursor, even when nothing follows', async () => {
      const page = await subject.table().query({ pk, from: 'a', to: 'z', limit: 2 })
      const rest = await subject.table().query({ pk, from: 'a', to: 'z', limit: 2, ...cursorOf(page) })

      expect(page.items.map(({ sk }) => sk)).toStrictEqual(['a', 'z'])
      expect(page.cursor).toBeTypeOf('string')
      expect(rest).toStrictEqual({ items: [] })
    })

    it('has no cursor when it ends before the limit', async () => {
      const page = await subject.table().query({ pk, from: 'a', to: 'z', limit: 3 })

      expect(page.cursor).toBeUndefined()
    })

    it('gives every item once over pages of any size, in both directions', async () => {
      const ranges = [{}, { prefix: 'B' }, { from: 'B', to: 'z' }, { from: 'C' }, { to: 'ö' }]
      for (const range of ranges) {
        const whole = await sksOf(range)
        for (const limit of [1, 2, 3, whole.length, 100]) {
          expect(await sksOf({ ...range, limit })).toStrictEqual(whole)
          expect(await sksOf({ ...range, limit, descending: true })).toStrictEqual(whole.toReversed())
        }
      }
    })

    it('continues after the place of the cursor, whatever was put or deleted meanwhile', async () => {
      const own = aPartition()
      await putAll(subject, own, ['b', 'd', 'f'])
      const page = await subject.table().query({ pk: own, limit: 2 })

      await subject.table().write({ kind: 'delete', key: { pk: own, sk: 'd' } })
      await putAll(subject, own, ['a', 'c', 'e'])
      const rest = await subject.table().query({ pk: own, ...cursorOf(page) })

      expect(rest.items.map(({ sk }) => sk)).toStrictEqual(['e', 'f'])
    })

    it('refuses a cursor that is not one of its own', async () => {
      const page = await subject.table().query({ pk, to: 'C', limit: 1 })

      const elsewhere = subject.table().query({ pk, from: 'a', ...cursorOf(page) })
      const forged = subject.table().query({ pk, cursor: '{}' })

      await expect(elsewhere).rejects.toThrow(TableLimitError)
      await expect(forged).rejects.toThrow(TableLimitError)
    })

    it('splits what is larger than 1 MB into pages that end with a cursor', async () => {
      const own = aPartition()
      const filler = 'x'.repeat(300 * 1024)
      for (const sk of ['1', '2', '3', '4', '5']) {
        await subject.table().write({ kind: 'put', item: { pk: own, sk, filler } })
      }

      const page = await subject.table().query({ pk: own })
      const all = await queryAll(subject.table(), { pk: own })

      expect(page.cursor).toBeTypeOf('string')
      expect(page.items.length).toBeLessThan(5)
      expect(all.map(({ sk }) => sk)).toStrictEqual(['1', '2', '3', '4', '5'])
      if (subject.capabilities.pagesBelowLimit !== false) {
        const bytes = page.items.reduce((sum, item) => sum + itemSize(item), 0)
        expect(bytes).toBeLessThanOrEqual(1024 * 1024)
      }
    })
  })
}

const cursorOf = ({ cursor }: Page) => (cursor === undefined ? {} : { cursor })

const putAll = async ({ table }: TableSubject, pk: string, sks: readonly string[]): Promise<void> => {
  for (const [n, sk] of sks.entries()) await table().write({ kind: 'put', item: { pk, sk, n } })
}
