import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPartition, type TableSubject } from './table-contract-subject.ts'

/** What the port promises of single items. */
export const describeItems = (subject: TableSubject): void => {
  describe('an item', () => {
    it('is undefined when nothing is stored under the key', async () => {
      const found = await subject.table().get({ pk: aPartition(), sk: 'R#1' })

      expect(found).toBeUndefined()
    })

    it('comes back exactly as it was put, whatever its values', async () => {
      const item = {
        pk: aPartition(),
        sk: 'å#\u{1f3e5}',
        empty: '',
        text: 'Överenskommelse "§ 1"\n\0\t\\ \u{1f3e5} \uffff é',
        ett: 1,
        zero: 0,
        negative: -123456789.125,
        large: Number.MAX_SAFE_INTEGER,
        huge: -9.87654321e125,
        tiny: 1.2345e-130,
        third: 1 / 3,
        yes: true,
        no: false,
        'a name with spaces, #, : and å': 'x',
        size: 'a reserved word',
        constructor: 'a name that every object has',
      }

      await subject.table().write({ kind: 'put', item })

      expect(await subject.table().get({ pk: item.pk, sk: item.sk })).toStrictEqual(item)
    })

    it('comes back exactly as it was put for any attributes', async () => {
      const pk = aPartition()

      await fc.assert(
        fc.asyncProperty(aSortKey, someAttributes, async (sk, attributes) => {
          const item = { ...attributes, pk, sk }
          await subject.table().write({ kind: 'put', item })
          expect(await subject.table().get({ pk, sk })).toStrictEqual(item)
        }),
        { numRuns: 50 },
      )
    })

    it('has no negative zero', async () => {
      const key = { pk: aPartition(), sk: 'a' }

      await subject.table().write({ kind: 'put', item: { ...key, n: -0 } })

      expect(await subject.table().get(key)).toStrictEqual({ ...key, n: 0 })
    })

    it('is found by a key object that has more than the key', async () => {
      const item = { pk: aPartition(), sk: 'a', n: 1 }
      await subject.table().write({ kind: 'put', item })

      expect(await subject.table().get(item)).toStrictEqual(item)
    })
  })
}

const aString = fc.string({ unit: 'binary', maxLength: 20 })

const aSortKey = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })

const aNumber = fc
  .double({ noNaN: true, min: -9.99e125, max: 9.99e125 })
  .filter((value) => (value === 0 ? !Object.is(value, -0) : Math.abs(value) >= 1e-130))

// No `__proto__`: plain objects, and so the SDK, cannot hold it.
const aName = aString.filter((name) => !['', 'pk', 'sk', '__proto__'].includes(name))

const someAttributes = fc.dictionary(aName, fc.oneof(aString, aNumber, fc.integer(), fc.boolean()), {
  maxKeys: 8,
  noNullPrototype: true,
})
