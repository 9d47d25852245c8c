import * as z from 'zod'

/** Every property name that a schema speaks of, at any depth: the only names of a request that may be repeated to its sender. */
export const knownNames = (schema: z.ZodType): ReadonlySet<string> => {
  const known = cache.get(schema) ?? new Set(namesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))
  cache.set(schema, known)
  return known
}

const cache = new WeakMap<z.ZodType, ReadonlySet<string>>()

const namesIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return []
  const own = 'properties' in node && typeof node.properties === 'object' ? Object.keys(node.properties ?? {}) : []
  return [...own, ...Object.values(node).flatMap(namesIn)]
}
