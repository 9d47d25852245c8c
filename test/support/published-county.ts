import type { EarlierPattern, EarlierRow, ProtectedNode } from '#domain/statistics/protection/protected-node.ts'
import { type Random, randomFrom } from './random.ts'

/** A block of figures: its atoms, the counts that are sums of them, what is shown as a ratio, and what everyone knows of a row. */
export type Block = {
  readonly name: string
  readonly atoms: readonly string[]
  readonly sums: Readonly<Record<string, readonly string[]>>
  /** Shown with so many decimals, as dividend by divisor. */
  readonly ratios: readonly { readonly of: string; readonly per: string; readonly decimals: number }[]
  /** A count is at most so many times another. */
  readonly atMost: readonly (readonly [string, string, number])[]
}

/** The blocks of a county's months. */
export const blocks: readonly Block[] = [
  {
    name: 'stays',
    atoms: ['dayZero', 'oneDayOrMore', 'readyDays', 'chargedApart'],
    sums: { discharged: ['dayZero', 'oneDayOrMore'] },
    ratios: [{ of: 'readyDays', per: 'discharged', decimals: 4 }],
    atMost: [
      ['oneDayOrMore', 'readyDays', 1],
      ['readyDays', 'oneDayOrMore', 366],
      ['chargedApart', 'readyDays', 1],
    ],
  },
  {
    name: 'readmissions',
    atoms: ['within7', 'within30Only', 'notReadmitted', 'unknown7', 'unknown30'],
    sums: {
      readmitted30: ['within7', 'within30Only'],
      indexStays: ['within7', 'within30Only', 'notReadmitted'],
      notWithin7: ['within30Only', 'notReadmitted'],
    },
    ratios: [
      { of: 'within7', per: 'indexStays', decimals: 3 },
      { of: 'readmitted30', per: 'indexStays', decimals: 3 },
    ],
    atMost: [
      ['unknown30', 'notReadmitted', 1],
      ['unknown7', 'notWithin7', 1],
    ],
  },
  ...['leftOut', 'undetermined', 'withoutNotice'].map((atom) => ({
    name: atom,
    atoms: [atom],
    sums: {},
    ratios: [],
    atMost: [],
  })),
]

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
type CareType = 'somatic' | 'psychiatric'

/** How rows are chosen to be hidden; undefined where nothing may be published. */
export type Hide = (root: ProtectedNode, earlier: readonly EarlierPattern[]) => ReadonlySet<string> | undefined

/** A county to make up: its municipalities beside the city, the districts of the city, and how its months are revised. */
export type CountyForm = {
  readonly municipalities: number
  readonly districts: number
  readonly mostRevisions: number
  /** One row in so many changes with a revision. */
  readonly changesOneIn: number
}

/** A county of 26 municipalities, one of them a city of 11 districts. */
export const largeCounty: CountyForm = { municipalities: 25, districts: 11, mostRevisions: 3, changesOneIn: 8 }

type Leaf = { readonly name: string; readonly group: string; readonly weight: number }
type Stay = { readonly readyDays: number; readonly apart: boolean; readonly marks: readonly string[] }
type Stays = ReadonlyMap<string, readonly Stay[]>

const CITY = '0180'
const FOLLOWED = ['within7', 'within30Only', 'notReadmitted', 'notReadmitted', 'notReadmitted'] as const

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)

/** Those that know rows of their own: the municipalities, the city and its districts. */
export const groupsOf = ({ municipalities, districts }: CountyForm): readonly string[] => [
  ...numbered('M', municipalities),
  CITY,
  ...numbered('D', districts),
]

// Two rule versions govern the first municipality of three.
const leavesOf = (random: Random, { municipalities, districts }: CountyForm): readonly Leaf[] => [
  ...numbered('M', municipalities).flatMap((group, at) =>
    (at % 9 === 2 ? [' v1', ' v2'] : ['']).map((version) => ({
      name: `${group}${version}`,
      group,
      weight: 1 + random.below(at % 3 === 0 ? 40 : 12),
    })),
  ),
  ...numbered('D', districts).map((group) => ({ name: group, group, weight: 4 + random.below(16) })),
]

/** What a county publishes in a month, revision after revision; the busier it is, the more stays there are. */
export const publishMonth = (
  { seed, month, busy }: { readonly seed: number; readonly month: number; readonly busy: number },
  form: CountyForm,
  hide: Hide,
): readonly PublishedRow[] => {
  const random = randomFrom(seed * 100 + month)
  const leaves = leavesOf(randomFrom(seed), form)
  const revisions = [{ somatic: someStays(random, leaves, busy), psychiatric: someStays(random, leaves, busy / 8) }]
  for (let more = random.below(form.mostRevisions); more > 0; more -= 1) {
    const last = revisions.at(-1)
    if (last === undefined) break
    const { changesOneIn } = form
    revisions.push({
      somatic: changed(random, last.somatic, changesOneIn),
      psychiatric: changed(random, last.psychiatric, changesOneIn),
    })
  }
  return blocks.flatMap((block) => publishBlock(month, block, leaves, revisions, hide))
}

const someStays = (random: Random, all: readonly Leaf[], busy: number): Stays =>
  new Map(
    all.map(({ name, weight }) => [
      name,
      Array.from({ length: random.below(Math.ceil(weight * busy) + 1) }, () => aStay(random)),
    ]),
  )

const aStay = (random: Random): Stay => {
  const followed: readonly string[] = random.below(2) === 0 ? [] : [random.one(FOLLOWED)]
  const marks = [...['leftOut', 'undetermined', 'withoutNotice'].filter(() => random.below(6) === 0), ...followed]
  const isUnknown = random.below(6) === 0
  const unknown7 = isUnknown && followed.length > 0 && !followed.includes('within7') ? ['unknown7'] : []
  const unknown30 = isUnknown && followed.includes('notReadmitted') ? ['unknown30'] : []
  return {
    readyDays: random.below(3) === 0 ? 0 : 1 + random.below(9),
    apart: random.below(12) === 0,
    marks: [...marks, ...unknown7, ...unknown30],
  }
}

/** Of the rows that change each has a stay more, a stay less or another stay. */
const changed = (random: Random, stays: Stays, oneIn: number): Stays =>
  new Map(
    [...stays].map(([name, own]) => {
      if (random.below(oneIn) > 0) return [name, own]
      const kept = random.below(3) === 0 ? own : own.slice(1)
      return [name, random.below(3) === 0 ? kept : [...kept, aStay(random)]]
    }),
  )

const atomsOf = (block: Block, stays: readonly Stay[]): readonly number[] => {
  const count = (mark: string) => stays.filter(({ marks }) => marks.includes(mark)).length
  const days = (of: readonly Stay[]) => of.reduce((sum, { readyDays }) => sum + readyDays, 0)
  const counts: Record<string, number> = {
    dayZero: stays.filter(({ readyDays }) => readyDays === 0).length,
    oneDayOrMore: stays.filter(({ readyDays }) => readyDays > 0).length,
    readyDays: days(stays),
    chargedApart: days(stays.filter(({ apart }) => apart)),
  }
  return block.atoms.map((atom) => counts[atom] ?? count(atom))
}

const publishBlock = (
  month: number,
  block: Block,
  all: readonly Leaf[],
  revisions: readonly Record<CareType, Stays>[],
  hide: Hide,
): readonly PublishedRow[] => {
  const earlier: Record<CareType, EarlierPattern[]> = { somatic: [], psychiatric: [] }
  return revisions.flatMap((stays, revision) => {
    const trees = { somatic: treeOf(block, all, stays.somatic), psychiatric: treeOf(block, all, stays.psychiatric) }
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
