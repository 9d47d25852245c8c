import { canonicalJson } from '#store/canonical-json.ts'

/** A part in which two JSON values differ: the way to it, and what stands there in each; undefined where nothing does. */
export type JsonDifference = { readonly path: string; readonly written: unknown; readonly computed: unknown }

/** Every smallest part in which a written JSON value differs from a computed one; none when they are the same to the byte. */
export const jsonDifferences = (written: unknown, computed: unknown, path = ''): readonly JsonDifference[] => {
  if (canonicalJson(written) === canonicalJson(computed)) return []
  const [was, is] = [partsOf(written), partsOf(computed)]
  if (was === undefined || is === undefined) return [{ path, written, computed }]
  const within = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    jsonDifferences(was.get(name), is.get(name), path === '' ? name : `${path}.${name}`),
  )
  // The same parts in another order.
  return within.length > 0 ? within : [{ path, written: [...was.keys()], computed: [...is.keys()] }]
}

/** The parts of an object or a list by their names; undefined for what has none. */
const partsOf = (value: unknown): ReadonlyMap<string, unknown> | undefined => {
  if (Array.isArray(value)) return elementsOf(value)
  return isObject(value) ? new Map(Object.entries(value)) : undefined
}

/** Elements go by what they call themselves where that tells them apart, else by their place. */
const elementsOf = (list: readonly unknown[]): ReadonlyMap<string, unknown> => {
  const named = new Map(list.map((element) => [ownName(element) ?? '', element]))
  const isTold = named.size === list.length && !named.has('')
  return isTold ? named : new Map(list.map((element, index) => [`${index}`, element]))
}

const ownName = (element: unknown): string | undefined => {
  if (Array.isArray(element)) return typeof element[0] === 'string' ? element[0] : undefined
  if (!isObject(element)) return undefined
  const name = element.id ?? element.year ?? element.episode ?? element.reading
  return name === undefined ? undefined : `${name}`
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
