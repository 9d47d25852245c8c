import * as z from 'zod'
import { definitionFile } from '#schemas/definitions/definition-file.ts'
import { dayAmountsFile } from '#schemas/rule-file/day-amounts.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'

type Part = z.core.JSONSchema.BaseSchema

/** The names and words that a schema knows, wherever they stand in it. */
type Known = { readonly root: Part; readonly definitions: Readonly<Record<string, Part>> }

const described = new WeakMap<z.ZodType, Known>()

/** Made when it is first asked for: most files have no fault. */
const knownIn = (schema: z.ZodType): Known => {
  const known = described.get(schema) ?? describe(schema)
  described.set(schema, known)
  return known
}

const describe = (schema: z.ZodType): Known => {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const definitions = Object.entries(root.$defs ?? {}).map(([name, part]) => [`#/$defs/${name}`, part])
  return { root, definitions: { ...Object.fromEntries(definitions), '#': root } }
}

/** Whether a word is the name of a property somewhere in a file under `rules/`, or several joined by dots. */
export const isSchemaName = (word: string): boolean => {
  names ??= new Set([ruleFile, dayAmountsFile, definitionFile].flatMap((schema) => [...everyName(knownIn(schema))]))
  return word.split('.').every((part) => names?.has(part))
}

let names: ReadonlySet<string> | undefined

const everyName = ({ root, definitions }: Known): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (part: Part): void => {
    for (const name of Object.keys(part.properties ?? {})) found.add(name)
    for (const child of childrenOf(part)) visit(child)
  }
  for (const part of [root, ...Object.values(definitions)]) visit(part)
  return found
}

const childrenOf = (part: Part): readonly Part[] =>
  [
    ...Object.values(part.properties ?? {}),
    ...(part.anyOf ?? []),
    ...(part.oneOf ?? []),
    ...(part.allOf ?? []),
    ...(part.prefixItems ?? []),
    ...(Array.isArray(part.items) ? part.items : [part.items]),
    part.additionalProperties,
  ].filter((child) => isPart(child))

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** The properties that a schema has at a path, in every form that the part there may have. */
export const propertiesAt = (schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  const known = knownIn(schema)
  let parts = formsOf(known, [known.root])
  for (const step of path)
    parts = formsOf(
      known,
      parts.flatMap((part) => stepInto(part, step)),
    )
  return [...new Set(parts.flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

/** The parts themselves, with references followed and alternatives side by side. */
const formsOf = (known: Known, parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => {
    const target = part.$ref === undefined ? undefined : known.definitions[part.$ref]
    const forms = [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? []), target].filter((form) =>
      isPart(form),
    )
    return [part, ...formsOf(known, forms)]
  })

const stepInto = (
  { properties, items, prefixItems, additionalProperties }: Part,
  step: PropertyKey,
): readonly Part[] => {
  const named = typeof step === 'string' ? properties?.[step] : undefined
  const children: readonly unknown[] =
    typeof step === 'number' ? [items, prefixItems?.[step]].flat() : [named ?? additionalProperties]
  return children.filter((child) => isPart(child))
}
