import type { EarlierPattern, ProtectedNode } from '#domain/statistics/protection/protected-node.ts'

type Given = number | readonly number[]

/** A leaf with atoms, known to a group of its own name unless another is given. */
export const leaf = (name: string, atoms: Given, group: string | undefined = name): ProtectedNode => ({
  name,
  group,
  atoms: [atoms].flat(),
  cells: [],
  children: [],
})

/** A leaf that is nobody's own. */
export const nobodys = (name: string, atoms: Given): ProtectedNode => ({ ...leaf(name, atoms), group: undefined })

/** The total of rows, known to a group where one is given. */
export const total = (name: string, children: readonly ProtectedNode[], group?: string): ProtectedNode => ({
  name,
  group,
  atoms: (children[0]?.atoms ?? []).map((_, at) => children.reduce((sum, { atoms }) => sum + (atoms[at] ?? 0), 0)),
  cells: [],
  children,
})

/** What a tree was in an earlier revision, with the rows that were hidden there. */
export const published = (root: ProtectedNode, ...hidden: readonly string[]): EarlierPattern =>
  new Map(rowsOf(root).map(({ name, atoms }) => [name, { hidden: hidden.includes(name), atoms }]))

const rowsOf = (node: ProtectedNode): readonly ProtectedNode[] => [node, ...node.children.flatMap(rowsOf)]
