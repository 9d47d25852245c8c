import { canonicalJson } from '#store/canonical-json.ts'

/** A single value of a JSON text, by its path, and the text with another value there. */
export type Leaf = { readonly path: string; readonly changed: string }

/** Every single value of a JSON text, each changed by itself into something of its own kind. */
export const leavesOf = (text: string): readonly Leaf[] =>
  leavesIn(JSON.parse(text)).map(({ path, value }) => ({ path, changed: withLeaf(text, path, another(value)) }))

/** A JSON text with another value at a path, in its canonical form. */
export const withLeaf = (text: string, path: string, value: unknown): string => {
  const copy = JSON.parse(text)
  const steps = path.split('.')
  const parent = steps.slice(0, -1).reduce((part, step) => part[step], copy)
  parent[steps.at(-1) ?? ''] = value
  return canonicalJson(copy)
}

const leavesIn = (value: unknown, path = ''): readonly { readonly path: string; readonly value: unknown }[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) => leavesIn(part, path === '' ? name : `${path}.${name}`))
    : [{ path, value }]

const another = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return '01'
  const last = value.search(/\d(?=\D*$)/)
  return last < 0 ? `${value}x` : `${value.slice(0, last)}${(Number(value[last]) + 1) % 10}${value.slice(last + 1)}`
}
