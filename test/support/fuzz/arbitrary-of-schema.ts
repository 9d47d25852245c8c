import fc from 'fast-check'
import * as z from 'zod'

/** Values worth sending, by the name of a property or parameter or by that of a shared schema. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>

/** Values of which one stands for three quarters. */
export const often = (text: string, others: readonly string[]): readonly string[] => [
  ...Array<string>(3 * others.length + 1).fill(text),
  ...others,
]

type Node = z.core.JSONSchema.BaseSchema
type Context = { readonly shared: Readonly<Record<string, unknown>>; readonly vocabulary: Vocabulary }

/** What a schema accepts but for what only code can check, read from its JSON Schema, so that any schema will do. */
export const arbitraryOf = (schema: z.ZodType, vocabulary: Vocabulary): fc.Arbitrary<unknown> => {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return arbitraryOfNode(root, { shared: root.$defs ?? {}, vocabulary })
}

/** The values of an object's properties by name, such as the parameters of a query; those that may be absent sometimes are. */
export const arbitraryOfShape = (schema: z.ZodObject, vocabulary: Vocabulary): fc.Arbitrary<Record<string, unknown>> =>
  arbitraryOf(schema, vocabulary).map((value) => ({ ...Object(value) }))

const arbitraryOfNode = (node: Node, context: Context, name?: string): fc.Arbitrary<unknown> => {
  const known = context.vocabulary[sharedName(node) ?? ''] ?? context.vocabulary[name ?? '']
  const plain = plainArbitraryOf(node, context)
  if (known === undefined || !takesText(node)) return plain
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: plain })
}

const sharedName = ({ $ref }: Node): string | undefined => $ref?.split('/').at(-1)

const takesText = (node: Node): boolean =>
  node.$ref !== undefined || node.type === 'string' || (node.anyOf ?? []).some((each) => takesText(nodeIn(each)))

const plainArbitraryOf = (node: Node, context: Context): fc.Arbitrary<unknown> => {
  if (node.$ref !== undefined) {
    const shared = nodeIn(context.shared[sharedName(node) ?? ''])
    return arbitraryOfNode(shared, context)
  }
  const forms = node.anyOf ?? node.oneOf
  if (forms !== undefined) return fc.oneof(...forms.map((form) => arbitraryOfNode(nodeIn(form), context)))
  if (node.enum !== undefined) return fc.constantFrom<unknown>(...node.enum)
  if (node.const !== undefined) return fc.constant(node.const)
  const types: readonly unknown[] = [node.type].flat()
  return fc.oneof(...types.map((type) => arbitraryOfType(type, node, context)))
}

const arbitraryOfType = (type: unknown, node: Node, context: Context): fc.Arbitrary<unknown> => {
  switch (type) {
    case 'object':
      return objectOf(node, context)
    case 'array':
      return fc.array(arbitraryOfNode(nodeIn(node.items), context), {
        minLength: node.minItems ?? 0,
        maxLength: Math.min(node.maxItems ?? 3, (node.minItems ?? 0) + 3),
      })
    case 'string':
      return textOf(node)
    case 'integer':
      return fc.integer({ min: within(node.minimum, -(2 ** 31)), max: within(node.maximum, 2 ** 31 - 1) })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const objectOf = ({ properties = {}, required = [] }: Node, context: Context): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, node]) => [name, arbitraryOfNode(nodeIn(node), context, name)]),
    ),
    { requiredKeys: [...required], noNullPrototype: true },
  )

const textOf = ({ format, pattern, minLength = 0, maxLength = 60 }: Node): fc.Arbitrary<string> => {
  if (format === 'date' || format === 'date-time') return momentOf(format)
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 60) })
}

// Most stays of the seeded service are of the spring of 2020.
const momentOf = (format: string): fc.Arbitrary<string> => {
  const spring = fc.date({ min: new Date('2020-02-25'), max: new Date('2020-04-10'), noInvalidDate: true })
  const any = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  return fc
    .oneof({ weight: 5, arbitrary: spring }, { weight: 1, arbitrary: any })
    .map((moment) => moment.toISOString().slice(0, format === 'date' ? 10 : undefined))
}

const within = (limit: number | undefined, otherwise: number): number =>
  limit === undefined || Math.abs(limit) > 2 ** 31 ? otherwise : limit

const nodeIn = (value: unknown): Node => (isNode(value) ? value : {})

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
