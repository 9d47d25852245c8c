import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, type Query, queryAll, type Table, type Write, type WriteResult } from '#store/table.ts'
import { aPartition, type TableSubject } from './table-contract-subject.ts'
import { type TableModel, tableModel } from './table-model.ts'

/** That any sequence of reads and writes answers as a plain model does. */
export const describeModel = (subject: TableSubject): void => {
  describe('any sequence of operations', () => {
    it('answers as a map in memory would', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anOperation(subject), { minLength: 1, maxLength: 25 }), async (operations) => {
          const pk = aPartition()
          const model = tableModel()
          for (const operation of operations) await compare(subject, model, pk, operation)
          expect(await queryAll(subject.table(), { pk })).toStrictEqual(model.query({ pk }))
        }),
        { numRuns: 60 },
      )
    })
  })
}

type Draft =
  | { readonly kind: 'put' | 'update'; readonly sk: string; readonly n: number; readonly condition?: Condition }
  | { readonly kind: 'delete'; readonly sk: string; readonly condition?: Condition }

type Operation =
  | { readonly kind: 'get'; readonly sk: string }
  | { readonly kind: 'query'; readonly query: Omit<Query, 'pk'> }
  | { readonly kind: 'write'; readonly draft: Draft }
  | { readonly kind: 'transact'; readonly drafts: readonly Draft[] }

const compare = async (subject: TableSubject, model: TableModel, pk: string, operation: Operation): Promise<void> => {
  const table: Table = subject.table()
  switch (operation.kind) {
    case 'get':
      expect(await table.get({ pk, sk: operation.sk })).toStrictEqual(model.get(operation.sk))
      break
    case 'query': {
      const expected = model.query({ pk, ...operation.query })
      const page = await table.query({ pk, ...operation.query })
      expect(page.items).toStrictEqual(expected.slice(0, operation.query.limit))
      expect(await queryAll(table, { pk, ...operation.query })).toStrictEqual(expected)
      break
    }
    case 'write': {
      const write = writeOf(pk, operation.draft)
      expect(await table.write(write)).toStrictEqual(told(subject, model.transact([write])))
      break
    }
    case 'transact': {
      const writes = operation.drafts.map((draft) => writeOf(pk, draft))
      expect(await table.transact(writes)).toStrictEqual(told(subject, model.transact(writes)))
      break
    }
  }
}

const told = ({ capabilities }: TableSubject, result: WriteResult): WriteResult =>
  result.applied || capabilities.existing !== false
    ? result
    : { applied: false, failures: result.failures.map(({ index, condition }) => ({ index, condition })) }

const writeOf = (pk: string, draft: Draft): Write => {
  const condition = draft.condition === undefined ? {} : { condition: draft.condition }
  const key = { pk, sk: draft.sk }
  switch (draft.kind) {
    case 'put':
      return { kind: 'put', item: { ...key, [`p${draft.n}`]: true, n: draft.n }, ...condition }
    case 'update':
      return { kind: 'update', key, set: { [`u${draft.n}`]: 'x', n: draft.n }, ...condition }
    case 'delete':
      return { kind: 'delete', key, ...condition }
  }
}

const anOperation = ({ capabilities }: TableSubject): fc.Arbitrary<Operation> => {
  const sks = ['a', 'a\0', 'ab', 'b', 'å', '\uffff', ...(capabilities.boundsByBytes === false ? [] : ['\u{1f3e5}'])]
  const sk = fc.constantFrom(...sks)
  const n = fc.integer({ min: 0, max: 2 })
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.constant({ kind: 'absent' } as const),
    fc.constant({ kind: 'present' } as const),
    n.map((value) => ({ kind: 'equals', attribute: 'n', value }) as const),
  )
  const draft: fc.Arbitrary<Draft> = fc.oneof(
    fc.record(
      { kind: fc.constantFrom('put' as const, 'update' as const), sk, n, condition },
      { requiredKeys: ['kind', 'sk', 'n'] },
    ),
    fc.record({ kind: fc.constant('delete' as const), sk, condition }, { requiredKeys: ['kind', 'sk'] }),
  )
  const paging = { descending: fc.boolean(), limit: fc.integer({ min: 1, max: 4 }) }
  const query = fc.oneof(
    fc.record({ from: sk, to: sk, ...paging }, { requiredKeys: [] }),
    fc.record({ prefix: fc.constantFrom('a', 'å', 'c'), ...paging }, { requiredKeys: ['prefix'] }),
  )
  const single: fc.Arbitrary<Operation> = fc.oneof(
    draft.map((write) => ({ kind: 'write', draft: write }) as const),
    sk.map((value) => ({ kind: 'get', sk: value }) as const),
    query.map((value) => ({ kind: 'query', query: value }) as const),
  )
  if (!capabilities.transactions) return single
  const drafts = fc.uniqueArray(draft, { selector: (write) => write.sk, minLength: 1, maxLength: 5 })
  return fc.oneof(
    single,
    drafts.map((writes) => ({ kind: 'transact', drafts: writes }) as const),
  )
}
