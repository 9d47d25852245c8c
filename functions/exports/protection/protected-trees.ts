import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { hiddenIn } from '#domain/statistics/protection/hidden-in.ts'
import type { ProtectedNode } from '#domain/statistics/protection/protected-node.ts'
import { STOCKHOLM_CITY } from '#schemas/codes.ts'
import { atomsOf, type SummedBlock, summedBlocks } from './block-atoms.ts'
import { earlierOf, type Pattern, type TreePattern, treeName } from './pattern.ts'
import { rowName } from './row-name.ts'

/** What of each block is hidden in the rows of each care type, by tree; undefined when a block cannot be protected. */
export type ProtectedTrees = ReadonlyMap<string, TreePattern>

/** Finds what is to be hidden of a month's figures, after what earlier publications have told; undefined when nothing new may be told. */
export const protectedTrees = (
  rows: readonly FigureRow[],
  threshold: number,
  earlier: readonly Pattern[],
): ProtectedTrees | undefined => {
  const trees = new Map<string, TreePattern>()
  for (const careType of ['somatic', 'psychiatric'] as const)
    for (const block of summedBlocks) {
      const own = rows.filter((row) => row.careType === careType)
      const root = treeOf(own, block, threshold)
      if (root === undefined) continue
      const tree = treeName(block, careType)
      const hidden = hiddenIn(root, { threshold }, earlierOf(earlier, tree))
      if (hidden === undefined) return undefined
      trees.set(tree, new Map(nodesOf(root).map(({ name, atoms }) => [name, { hidden: hidden.has(name), atoms }])))
    }
  return trees
}

/** The sums of a block over one care type: the region over its units, the city over its districts. */
const treeOf = (rows: readonly FigureRow[], block: SummedBlock, threshold: number): ProtectedNode | undefined => {
  const isSmall = (count: number): boolean => count > 0 && count < threshold
  const nodeOf = (row: FigureRow, children: readonly ProtectedNode[]): ProtectedNode => {
    const { atoms, cells, others } = atomsOf(block, row)
    const group = row.district ?? row.municipality
    return { name: rowName(row), group, atoms, cells, sensitive: others.some(isSmall), children }
  }
  const leaves = rows.filter(({ isUnit }) => isUnit)
  const districts = leaves.filter(({ level }) => level === 'district').map((row) => nodeOf(row, []))
  const municipalities = leaves.filter(({ level }) => level === 'municipality').map((row) => nodeOf(row, []))
  const city = rows.filter(({ isUnit, municipality }) => !isUnit && municipality === STOCKHOLM_CITY)
  const region = rows.find(({ level }) => level === 'region')
  return region && nodeOf(region, [...municipalities, ...city.map((row) => nodeOf(row, districts))])
}

const nodesOf = (node: ProtectedNode): readonly ProtectedNode[] => [node, ...node.children.flatMap(nodesOf)]
