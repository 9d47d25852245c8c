import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { faultReasons } from '#http/fault-reasons.ts'
import { check, faultIn } from '#http/faults.ts'
import { episodeBody } from '#schemas/episode.ts'
import { paging } from '#schemas/list.ts'

const faultsOf = (schema: z.ZodType, input: unknown) => {
  const checked = check(schema, input)
  return checked.accepted ? [] : checked.faults
}

describe('a fault', () => {
  test.each([
    ['missing', z.string(), undefined],
    ['missing', z.string(), null],
    ['missing', z.enum(['a']), undefined],
    ['missing', z.union([z.literal(1), z.string()]), undefined],
    ['wrong-type', z.string(), 1],
    ['wrong-type', z.strictObject({}), []],
    ['not-a-whole-number', z.int(), 1.5],
    ['not-one-of', z.enum(['a', 'b']), 'c'],
    ['no-form-fits', z.union([z.literal(1), z.boolean()]), 'x'],
    ['wrong-form', z.string().regex(/^a$/), 'b'],
    ['wrong-form', z.number().multipleOf(2), 3],
    ['wrong-form', z.record(z.string().regex(/^a$/), z.string()), { b: 'c' }],
    ['not-a-date', z.iso.date(), '2021-02-29'],
    ['too-long', z.string().max(1), 'ab'],
    ['too-short', z.string().min(1), ''],
    ['too-large', z.number().max(1), 2],
    ['too-small', z.number().min(1), 0],
    ['too-many', z.array(z.string()).max(0), ['a']],
    ['too-few', z.array(z.string()).min(1), []],
    ['unknown-property', z.strictObject({}), { a: 1 }],
    ['not-allowed', z.string().refine(() => false), 'a'],
    ['not-allowed', z.string().refine(() => false, { params: { rule: 'no-such-rule' } }), 'a'],
    ['check-digit', z.string().refine(() => false, { params: { rule: 'check-digit' } }), 'a'],
  ])('says %s', (rule, schema, value) => {
    const faults = faultsOf(z.strictObject({ here: schema }), { here: value })

    expect(faults).toEqual([{ pointer: '/here', rule }])
  })

  test('points into lists and escapes names', () => {
    const schema = z.strictObject({ 'a/b~c': z.array(z.strictObject({ d: z.string() })) })

    expect(faultsOf(schema, { 'a/b~c': [{ d: 'x' }, { d: 1 }] })).toEqual([
      { pointer: '/a~1b~0c/1/d', rule: 'wrong-type' },
    ])
  })

  test('points at the object that holds a name only the sender knows', () => {
    const schema = z.strictObject({ quotes: z.record(z.string(), z.strictObject({ label: z.string() })) })

    expect(faultsOf(schema, { quotes: { '194910029802': { label: 1 } }, '194910029802': 1 })).toEqual([
      { pointer: '/quotes', rule: 'wrong-type' },
      { pointer: '', rule: 'unknown-property' },
    ])
  })

  test('is one of at most a hundred', () => {
    const faults = faultsOf(z.array(z.string()), new Array(5000).fill(1))

    expect(faults).toHaveLength(100)
  })

  test('has its reason in both languages', () => {
    const fault = { pointer: '/a', rule: 'missing' } as const

    expect(faultIn(fault, 'sv')).toEqual({ ...fault, reason: 'Uppgiften saknas.' })
    expect(faultIn(fault, 'en')).toEqual({ ...fault, reason: 'A value is required.' })
  })

  test('of paging is in the words of parameters', () => {
    expect(faultsOf(z.strictObject(paging), { limit: '501', page: '0' })).toEqual([
      { pointer: '/page', rule: 'wrong-form' },
      { pointer: '/limit', rule: 'too-large' },
    ])
  })
})

describe('the reasons', () => {
  test('cover every rule that the schemas name', () => {
    const files = readdirSync('schemas', { recursive: true, encoding: 'utf8' }).filter(
      // What is wrong in a file has words of its own.
      (file) => file.endsWith('.ts') && !/^(rule-file|definitions)\b/.test(file),
    )
    const sources = files.map((file) => readFileSync(`schemas/${file}`, 'utf8')).join('\n')

    const named = [...sources.matchAll(/(?:rule: |known\(|refuse\()'([a-z-]+)'/g)].map(([, rule]) => rule)

    expect(named.length).toBeGreaterThan(5)
    expect(Object.keys(faultReasons)).toEqual(expect.arrayContaining(named))
  })

  test('are sentences in both languages', () => {
    for (const { sv, en } of Object.values(faultReasons)) {
      expect(sv).toMatch(/^[A-ZÅÄÖ].*\.$/)
      expect(en).toMatch(/^[A-Z].*\.$/)
    }
  })
})

test('no fault repeats anything that only the sender knows', () => {
  const secret = '194910029802'
  const withSecret = fc
    .jsonValue({ maxDepth: 4 })
    .map((value) => [
      value,
      { [secret]: value },
      { patient: { [secret]: 1 } },
      { patient: { identity: { type: secret } } },
    ])

  fc.assert(
    fc.property(withSecret, fc.constantFrom(secret, `x${secret}`), (values, placed) => {
      for (const value of [
        ...values,
        placed,
        { hospital: placed, readiness: [{ noticeSentAt: placed, [placed]: 1 }] },
      ]) {
        expect(JSON.stringify(faultsOf(episodeBody, value))).not.toContain(secret)
      }
    }),
  )
})
