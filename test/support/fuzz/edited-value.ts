import fc from 'fast-check'
import { MARKER, oddText, oddValue } from './odd-values.ts'

/** A change to one place of a value. */
export type Edit = {
  readonly kind: 'replace' | 'drop' | 'add' | 'rename' | 'wrap' | 'repeat'
  /** Which of the value's places, counted around. */
  readonly at: number
  readonly name: string
  readonly odd: unknown
}

/** Changes that a sender may have made by mistake or on purpose. */
export const someEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add', 'rename', 'wrap', 'repeat'),
  at: fc.nat(1_000),
  name: fc.oneof(fc.constantFrom(MARKER, '__proto__', 'constructor', 'Region', 'id ', ''), oddText),
  odd: oddValue,
})

/** A value after some changes, one after another. */
export const edited = (value: unknown, edits: readonly Edit[]): unknown =>
  edits.reduce((before, edit) => {
    const places = placesIn(before)
    return changed(before, places[edit.at % places.length] ?? [], edit)
  }, value)

type Place = readonly (string | number)[]

// More would take longer than they tell.
const MAXIMUM_DEPTH = 8

const placesIn = (value: unknown, place: Place = []): readonly Place[] => {
  if (typeof value !== 'object' || value === null || place.length > MAXIMUM_DEPTH) return [place]
  const keys = Array.isArray(value) ? value.slice(0, 5).map((_, index) => index) : Object.keys(value)
  return [place, ...keys.flatMap((key) => placesIn(Object(value)[key], [...place, key]))]
}

const changed = (value: unknown, [key, ...rest]: Place, edit: Edit): unknown => {
  if (key === undefined) return changedWhole(value, edit)
  const change = (each: unknown): readonly unknown[] => {
    if (rest.length > 0) return [changed(each, rest, edit)]
    if (edit.kind === 'drop') return []
    return edit.kind === 'repeat' && Array.isArray(value) ? [each, each] : [changedWhole(each, edit)]
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => (index === key ? change(each) : [each]))
  return Object.fromEntries(
    Object.entries(Object(value)).flatMap(([name, each]) => {
      if (name !== key) return [[name, each]]
      const renamed = edit.kind === 'rename' && rest.length === 0 ? edit.name : name
      return change(each).map((now) => [renamed, now])
    }),
  )
}

const changedWhole = (value: unknown, { kind, name, odd }: Edit): unknown => {
  switch (kind) {
    case 'add':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries([...Object.entries(value), [name, odd]])
        : odd
    case 'wrap':
      return [value]
    case 'replace':
    case 'drop':
      return odd
    case 'repeat':
    case 'rename':
      return value
  }
}
