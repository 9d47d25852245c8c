import { expect, test } from 'vitest'
import { localise } from '#http/localise.ts'

test('texts become strings of the language at any depth', () => {
  const answer = { flags: [{ id: 'late', text: { sv: 'sent', en: 'late' } }], title: { sv: 'Hej', en: 'Hello' } }

  expect(localise(answer, 'sv')).toEqual({ flags: [{ id: 'late', text: 'sent' }], title: 'Hej' })
  expect(localise(answer, 'en')).toEqual({ flags: [{ id: 'late', text: 'late' }], title: 'Hello' })
})

test('what is not exactly a text stays as it is', () => {
  const answer = { more: { sv: 'a', en: 'b', da: 'c' }, number: { sv: 1, en: 2 }, less: { sv: 'a' }, nothing: null }

  expect(localise(answer, 'en')).toEqual(answer)
})

test('an own property named __proto__ changes no prototype', () => {
  const answer: unknown = JSON.parse('{"__proto__":{"polluted":true}}')

  const localised = localise(answer, 'sv')

  expect(Object.getPrototypeOf(localised)).toBe(Object.prototype)
})
