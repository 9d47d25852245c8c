import type { EarlierPattern, EarlierRow, ProtectedNode } from '#domain/statistics/protection/protected-node.ts'
import { atomsOf, type Block, blocks } from './county-blocks.ts'
import {
  type CareType,
  CITY,
  type CountyForm,
  type Leaf,
  type MadeMonth,
  type MonthForm,
  makeMonth,
  type Stays,
} from './made-county.ts'

/** A row of a block as it is published: a number, or null where it is hidden; with what it is in truth. */
export type PublishedRow = {
  readonly month: number
  readonly revision: number
  readonly block: Block
  readonly careType: CareType | 'all'
  readonly name: string
  readonly parent: string | undefined
  readonly knownTo: readonly string[]
  readonly shown: ReadonlyMap<string, number | null>
  readonly truth: readonly number[]
  readonly isHidden: boolean
}

/** How rows are chosen to be hidden; undefined where nothing may be published. */
export type Hide = (root: ProtectedNode, earlier: readonly EarlierPattern[]) => ReadonlySet<string> | undefined

/** What a county publishes in a month, revision after revision. */
export const publishMonth = (month: MonthForm, form: CountyForm, hide: Hide): readonly PublishedRow[] =>
  blocks.flatMap((block) => publishBlock(month.month, block, makeMonth(month, form), hide))

const publishBlock = (
  month: number,
  block: Block,
  { leaves, revisions }: MadeMonth,
  hide: Hide,
): readonly PublishedRow[] => {
  const earlier: Record<CareType, EarlierPattern[]> = { somatic: [], psychiatric: [] }
  return revisions.flatMap((stays, revision) => {
    const trees = {
      somatic: treeOf(block, leaves, stays.somatic),
      psychiatric: treeOf(block, leaves, stays.psychiatric),
    }
    const hidden = {
      somatic: hide(trees.somatic, earlier.somatic),
      psychiatric: hide(trees.psychiatric, earlier.psychiatric),
    }
    if (hidden.somatic === undefined || hidden.psychiatric === undefined) return []
    const both = (['somatic', 'psychiatric'] as const).map((careType) => {
      const own = hidden[careType] ?? new Set()
      earlier[careType].push(patternOf(trees[careType], own))
      return rowsOf({ month, revision, block, careType }, trees[careType], own)
    })
    const [somatic = [], psychiatric = []] = both
    return [...somatic, ...psychiatric, ...sumsOf(somatic, psychiatric)]
  })
}

const treeOf = (block: Block, all: readonly Leaf[], stays: Stays): ProtectedNode => {
  const nodes = all.map(
    ({ name, group }): ProtectedNode => nodeOf(block, name, group, atomsOf(block, stays.get(name) ?? []), []),
  )
  const total = (name: string, group: string | undefined, children: readonly ProtectedNode[]) =>
    nodeOf(
      block,
      name,
      group,
      block.atoms.map((_, at) => children.reduce((sum, { atoms }) => sum + (atoms[at] ?? 0), 0)),
      children,
    )
  const isDistrict = ({ name }: ProtectedNode) => name.startsWith('D')
  return total('region', undefined, [
    ...nodes.filter((node) => !isDistrict(node)),
    total(CITY, CITY, nodes.filter(isDistrict)),
  ])
}

const nodeOf = (
  block: Block,
  name: string,
  group: string | undefined,
  atoms: readonly number[],
  children: readonly ProtectedNode[],
): ProtectedNode => ({
  name,
  group,
  atoms,
  cells: Object.values(block.sums).map((of) =>
    of.reduce((sum, atom) => sum + (atoms[block.atoms.indexOf(atom)] ?? 0), 0),
  ),
  children,
})

const patternOf = (node: ProtectedNode, hidden: ReadonlySet<string>): EarlierPattern =>
  new Map<string, EarlierRow>([
    [node.name, { hidden: hidden.has(node.name), atoms: node.atoms }],
    ...node.children.flatMap((child) => [...patternOf(child, hidden)]),
  ])

/** A hidden row shows the zeros that the total of all shows for it. */
const rowsOf = (
  place: Pick<PublishedRow, 'month' | 'revision' | 'block' | 'careType'>,
  root: ProtectedNode,
  hidden: ReadonlySet<string>,
): readonly PublishedRow[] => {
  const zeros = hidden.has(root.name) ? [] : place.block.atoms.filter((_, at) => root.atoms[at] === 0)
  const visit = (
    node: ProtectedNode,
    parent: string | undefined,
    above: readonly string[],
  ): readonly PublishedRow[] => {
    const knownTo = node.group === undefined ? above : [...above, node.group]
    const isHidden = hidden.has(node.name)
    const atoms = place.block.atoms.map((atom, at): number | null =>
      isHidden && !zeros.includes(atom) ? null : (node.atoms[at] ?? 0),
    )
    return [
      { ...place, name: node.name, parent, knownTo, isHidden, truth: node.atoms, shown: withSums(place.block, atoms) },
      ...node.children.flatMap((child) => visit(child, node.name, knownTo)),
    ]
  }
  return visit(root, undefined, [])
}

const withSums = (block: Block, atoms: readonly (number | null)[]): ReadonlyMap<string, number | null> => {
  const at = (atom: string) => atoms[block.atoms.indexOf(atom)] ?? null
  const sums = Object.entries(block.sums).map(([name, of]) => [name, of.map(at).reduce(plus, 0)] as const)
  return new Map([...block.atoms.map((atom) => [atom, at(atom)] as const), ...sums])
}

const plus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other

/** A sum over care types is shown where both are. */
const sumsOf = (somatic: readonly PublishedRow[], psychiatric: readonly PublishedRow[]): readonly PublishedRow[] =>
  somatic
    .filter(({ name }) => name === 'region' || name === CITY)
    .flatMap((row) => {
      const other = psychiatric.find(({ name }) => name === row.name)
      if (other === undefined) return []
      const truth = row.truth.map((atom, at) => atom + (other.truth[at] ?? 0))
      const shown = new Map([...row.shown].map(([cell, value]) => [cell, plus(value, other.shown.get(cell) ?? null)]))
      return [
        { ...row, careType: 'all' as const, parent: undefined, truth, shown, isHidden: row.isHidden || other.isHidden },
      ]
    })
