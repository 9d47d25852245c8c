import { describe, expect, it } from 'vitest'
import { type AttributeValue, TableLimitError } from '#store/table.ts'
import { aPartition, applied, type TableSubject } from './table-contract-subject.ts'

const largest = 400 * 1024

/** What the port promises of sizes, keys and values. */
export const describeLimits = (subject: TableSubject): void => {
  describe('a limit', () => {
    it('lets an item be 400 KB of names and values, and no more', async () => {
      const key = { pk: aPartition(), sk: 'å' }
      const room = largest - Buffer.byteLength(`pksktext${key.pk}${key.sk}`)

      const result = await subject.table().write({ kind: 'put', item: { ...key, text: 'x'.repeat(room) } })
      const tooLarge = subject.table().write({ kind: 'put', item: { ...key, text: 'x'.repeat(room + 1) } })
      const tooLargeInBytes = subject.table().write({ kind: 'put', item: { ...key, text: 'å'.repeat(room / 2 + 1) } })

      expect(result).toStrictEqual(applied)
      await expect(tooLarge).rejects.toThrow(TableLimitError)
      await expect(tooLargeInBytes).rejects.toThrow(TableLimitError)
    })

    it('refuses an update that would make the item too large, and keeps the item', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      await subject.table().write({ kind: 'put', item: { ...key, one: 'x'.repeat(300 * 1024) } })

      const result = subject.table().write({ kind: 'update', key, set: { other: 'x'.repeat(200 * 1024) } })

      await expect(result).rejects.toThrow(TableLimitError)
      expect(Object.keys((await subject.table().get(key)) ?? {})).not.toContain('other')
    })

    it('lets keys be 2048 and 1024 bytes, and no more', async () => {
      const longest = { pk: aPartition().padEnd(2048, 'x'), sk: 'å'.repeat(512) }

      await subject.table().write({ kind: 'put', item: longest })

      expect(await subject.table().get(longest)).toStrictEqual(longest)
      expect(await subject.table().query({ pk: longest.pk, prefix: longest.sk })).toStrictEqual({ items: [longest] })
      await expect(subject.table().get({ ...longest, pk: `${longest.pk}x` })).rejects.toThrow(TableLimitError)
      await expect(subject.table().get({ ...longest, sk: `${longest.sk}x` })).rejects.toThrow(TableLimitError)
    })

    it('refuses empty and ill-formed keys in every write', async () => {
      const keys = [
        { pk: '', sk: 'a' },
        { pk: 'a', sk: '' },
        { pk: '\ud800', sk: 'a' },
      ]

      for (const key of keys) {
        await expect(subject.table().get(key)).rejects.toThrow(TableLimitError)
        await expect(subject.table().write({ kind: 'put', item: key })).rejects.toThrow(TableLimitError)
        await expect(subject.table().write({ kind: 'update', key, set: { n: 1 } })).rejects.toThrow(TableLimitError)
        await expect(subject.table().write({ kind: 'delete', key })).rejects.toThrow(TableLimitError)
      }
    })

    it('refuses values that would not come back as they are', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      const values: readonly AttributeValue[] = [Number.NaN, Infinity, -Infinity, 1e126, 1e-131, 'half \ud83c']

      for (const value of values) {
        const condition = { kind: 'equals', attribute: 'x', value } as const
        const put = subject.table().write({ kind: 'put', item: { ...key, x: value } })
        const update = subject.table().write({ kind: 'update', key, set: { x: value } })
        const conditional = subject.table().write({ kind: 'delete', key, condition })
        await expect(put).rejects.toThrow(TableLimitError)
        await expect(update).rejects.toThrow(TableLimitError)
        await expect(conditional).rejects.toThrow(TableLimitError)
      }
      expect(await subject.table().get(key)).toBeUndefined()
    })

    it('refuses an update of nothing, of a key, or of an attribute without a name', async () => {
      const key = { pk: aPartition(), sk: 'a' }

      for (const set of [{}, { pk: 'b' }, { n: 1, sk: 'b' }, { '': 1 }]) {
        await expect(subject.table().write({ kind: 'update', key, set })).rejects.toThrow(TableLimitError)
      }
    })

    it('lets an update set 300 attributes, and no more', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      const attributes = (count: number) =>
        Object.fromEntries(Array.from({ length: count }, (_, n) => [`attribute ${n}`, n]))

      const result = await subject.table().write({ kind: 'update', key, set: attributes(300) })

      expect(result).toStrictEqual(applied)
      await expect(subject.table().write({ kind: 'update', key, set: attributes(301) })).rejects.toThrow(
        TableLimitError,
      )
    })
  })
}
