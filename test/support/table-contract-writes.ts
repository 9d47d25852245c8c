import { describe, expect, it } from 'vitest'
import type { Condition } from '#store/table.ts'
import { aPartition, applied, refused, type TableSubject } from './table-contract-subject.ts'

/** What the port promises of single writes. */
export const describeWrites = (subject: TableSubject): void => {
  describe('a put', () => {
    it('replaces the whole item when it has no condition', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      await subject.table().write({ kind: 'put', item: { ...key, old: 1 } })

      const result = await subject.table().write({ kind: 'put', item: { ...key, fresh: 2 } })

      expect(result).toStrictEqual(applied)
      expect(await subject.table().get(key)).toStrictEqual({ ...key, fresh: 2 })
    })

    it('on absence applies once, then is refused with the item that stands, even its equal', async () => {
      const item = { pk: aPartition(), sk: 'a', version: 1 }

      const results = [
        await subject.table().write({ kind: 'put', item, condition: absent }),
        await subject.table().write({ kind: 'put', item, condition: absent }),
        await subject.table().write({ kind: 'put', item: { ...item, version: 2 }, condition: absent }),
      ]

      expect(results).toStrictEqual([applied, refused(subject, absent, item), refused(subject, absent, item)])
      expect(await subject.table().get(item)).toStrictEqual(item)
    })

    it('on absence applies for exactly one of many at the same time', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      const writers = Array.from({ length: 20 }, (_, writer) => ({ ...key, writer }))

      const results = await Promise.all(
        writers.map((item) => subject.table().write({ kind: 'put', item, condition: absent })),
      )

      const winners = writers.filter((_, writer) => results[writer]?.applied)
      expect(winners).toStrictEqual([await subject.table().get(key)])
    })

    it('on presence is refused when nothing stands there, and applies when something does', async () => {
      const item = { pk: aPartition(), sk: 'a', version: 1 }

      const before = await subject.table().write({ kind: 'put', item, condition: present })
      await subject.table().write({ kind: 'put', item })
      const after = await subject.table().write({ kind: 'put', item: { ...item, version: 2 }, condition: present })

      expect([before, after]).toStrictEqual([refused(subject, present), applied])
      expect(await subject.table().get(item)).toStrictEqual({ ...item, version: 2 })
    })

    it('on equality applies only to that very value of that very type', async () => {
      const item = { pk: aPartition(), sk: 'a', version: 1, flag: true }
      await subject.table().write({ kind: 'put', item })
      const conditions: readonly Condition[] = [
        versionIs(2),
        { kind: 'equals', attribute: 'version', value: '1' },
        { kind: 'equals', attribute: 'flag', value: 'true' },
        { kind: 'equals', attribute: 'missing', value: '' },
        { kind: 'equals', attribute: 'toString', value: '' },
      ]

      for (const condition of conditions) {
        const result = await subject.table().write({ kind: 'put', item: { ...item, version: 3 }, condition })
        expect(result).toStrictEqual(refused(subject, condition, item))
      }
      const result = await subject
        .table()
        .write({ kind: 'put', item: { ...item, version: 2 }, condition: versionIs(1) })

      expect(result).toStrictEqual(applied)
      expect(await subject.table().get(item)).toStrictEqual({ ...item, version: 2 })
    })

    it('on equality is refused when nothing stands there', async () => {
      const item = { pk: aPartition(), sk: 'a', version: 1 }

      const result = await subject.table().write({ kind: 'put', item, condition: versionIs(1) })

      expect(result).toStrictEqual(refused(subject, versionIs(1)))
    })
  })

  describe('an update', () => {
    it('creates the item when it has no condition', async () => {
      const key = { pk: aPartition(), sk: 'a' }

      const result = await subject.table().write({ kind: 'update', key, set: { n: 1, s: '', b: false } })

      expect(result).toStrictEqual(applied)
      expect(await subject.table().get(key)).toStrictEqual({ ...key, n: 1, s: '', b: false })
    })

    it('keeps the other attributes and may change the type of one', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      await subject.table().write({ kind: 'put', item: { ...key, kept: 'x', n: 1 } })

      await subject.table().write({ kind: 'update', key, set: { n: 'one', more: true } })

      expect(await subject.table().get(key)).toStrictEqual({ ...key, kept: 'x', n: 'one', more: true })
    })

    it('applies only under its condition, on the attribute that it sets too', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      const update = (version: number, condition: Condition) =>
        subject.table().write({ kind: 'update', key, set: { version }, condition })

      const results = [
        await update(1, present),
        await update(1, absent),
        await update(2, absent),
        await update(3, versionIs(2)),
        await update(2, versionIs(1)),
      ]

      expect(results).toStrictEqual([
        refused(subject, present),
        applied,
        refused(subject, absent, { ...key, version: 1 }),
        refused(subject, versionIs(2), { ...key, version: 1 }),
        applied,
      ])
      expect(await subject.table().get(key)).toStrictEqual({ ...key, version: 2 })
    })
  })

  describe('a delete', () => {
    it('removes the item, and applies when there is none', async () => {
      const key = { pk: aPartition(), sk: 'a' }
      await subject.table().write({ kind: 'put', item: { ...key, n: 1 } })

      const results = [
        await subject.table().write({ kind: 'delete', key }),
        await subject.table().write({ kind: 'delete', key }),
      ]

      expect(results).toStrictEqual([applied, applied])
      expect(await subject.table().get(key)).toBeUndefined()
    })

    it('applies only under its condition', async () => {
      const item = { pk: aPartition(), sk: 'a', version: 1 }
      const remove = (condition: Condition) => subject.table().write({ kind: 'delete', key: item, condition })
      await subject.table().write({ kind: 'put', item })

      const results = [
        await remove(absent),
        await remove(versionIs(2)),
        await remove(versionIs(1)),
        await remove(present),
        await remove(absent),
      ]

      expect(results).toStrictEqual([
        refused(subject, absent, item),
        refused(subject, versionIs(2), item),
        applied,
        refused(subject, present),
        applied,
      ])
    })
  })
}

const absent: Condition = { kind: 'absent' }
const present: Condition = { kind: 'present' }
const versionIs = (value: number): Condition => ({ kind: 'equals', attribute: 'version', value })
