import { type Bounds, type Constraint, narrowIntervals } from './interval-solver.ts'
import type { PublishedRow } from './published-county.ts'

/** Who reads the tables: with its own rows where it is a group, and comparing revisions where it takes rows as unchanged. */
export type Reader = { readonly group: string | undefined; readonly compares: boolean }

/** A hidden cell that a reader knows more closely than to the threshold. */
export type DisclosedCell = { readonly cell: string; readonly least: number; readonly most: number }

// More than any count of a county.
const MOST = 100_000

/** The hidden cells whose interval is narrower than the threshold, over everything that is published to a reader. */
export const disclosedCells = async (
  rows: readonly PublishedRow[],
  reader: Reader,
  threshold: number,
): Promise<readonly DisclosedCell[]> => {
  const table = tableOf(rows, reader)
  const asked = new Map(
    rows.flatMap((row) =>
      [...row.shown].flatMap(([cell, value]) =>
        value === null && isSecret(row, cell, table, reader)
          ? [[table.positionOf(row, cell), `${nameOf(row)} ${cell}`] as const]
          : [],
      ),
    ),
  )
  const narrow = await narrowIntervals(table.bounds, constraintsOf(rows, table), [...asked.keys()], threshold)
  return narrow.map(({ position, least, most }) => ({ cell: asked.get(position) ?? '', least, most }))
}

type Table = {
  readonly bounds: readonly Bounds[]
  readonly positionOf: (row: PublishedRow, cell: string) => number
  readonly isShown: (position: number) => boolean
  readonly rowOf: (
    like: PublishedRow,
    changes: Partial<Pick<PublishedRow, 'name' | 'careType'>>,
  ) => PublishedRow | undefined
  readonly below: (row: PublishedRow) => readonly PublishedRow[]
  readonly otherRevisions: (row: PublishedRow) => readonly PublishedRow[]
}

const tableKey = ({ month, block, revision, careType }: PublishedRow) =>
  `${month} ${block.name} ${revision} ${careType}`
const nameOf = (row: PublishedRow): string => `${tableKey(row)} ${row.name}`

/** A number for each cell; a row that is the same in two revisions has the same numbers to who compares. */
const tableOf = (rows: readonly PublishedRow[], reader: Reader): Table => {
  const byName = new Map(rows.map((row) => [nameOf(row), row]))
  const rowOf: Table['rowOf'] = (like, changes) => byName.get(nameOf({ ...like, ...changes }))
  const childrenOf = Map.groupBy(rows, (row) => `${tableKey(row)} ${row.parent}`)
  const below: Table['below'] = (row) => childrenOf.get(nameOf(row)) ?? []
  const identity = (row: PublishedRow): string => {
    if (!reader.compares) return nameOf(row)
    const { month, block, careType, name } = row
    const parts = careType === 'all' ? careTypesOf(row, rowOf) : [row]
    return `${month} ${block.name} ${careType} ${name} ${parts.map(({ truth }) => truth.join()).join(';')}`
  }
  const bounds: Bounds[] = []
  const shown = new Set<number>()
  const positions = new Map<string, number>()
  const cells = new Map<PublishedRow, ReadonlyMap<string, number>>()
  for (const row of rows) {
    const own = identity(row)
    const isOwn = reader.group !== undefined && row.knownTo.includes(reader.group)
    cells.set(
      row,
      new Map(
        [...row.shown].map(([cell, value]) => {
          const key = `${own} ${cell}`
          const position = positions.get(key) ?? bounds.push({ least: 0, most: MOST }) - 1
          positions.set(key, position)
          const told = value ?? (isOwn ? trueValue(row, cell) : undefined)
          if (told !== undefined) bounds[position] = { least: told, most: told }
          if (value !== null) shown.add(position)
          return [cell, position]
        }),
      ),
    )
  }
  const positionOf = (row: PublishedRow, cell: string) => cells.get(row)?.get(cell) ?? -1
  const revisions = Map.groupBy(rows, (row) => nameOf({ ...row, revision: 0 }))
  const otherRevisions: Table['otherRevisions'] = (row) =>
    (revisions.get(nameOf({ ...row, revision: 0 })) ?? []).filter(({ revision }) => revision !== row.revision)
  return { bounds, positionOf, isShown: (position) => shown.has(position), rowOf, below, otherRevisions }
}

const trueValue = ({ block, truth }: PublishedRow, cell: string): number =>
  (block.sums[cell] ?? [cell]).reduce((sum, atom) => sum + (truth[block.atoms.indexOf(atom)] ?? 0), 0)

const careTypesOf = (row: PublishedRow, rowOf: Table['rowOf']): readonly PublishedRow[] =>
  (['somatic', 'psychiatric'] as const).flatMap((careType) => rowOf(row, { careType }) ?? [])

/** Whether a reader does not have a cell already: as its own, or by adding its own to what is shown to all. */
const isSecret = (row: PublishedRow, cell: string, table: Table, { group, compares }: Reader): boolean => {
  const isTold = (one: PublishedRow): boolean =>
    table.isShown(table.positionOf(one, cell)) || (group !== undefined && one.knownTo.includes(group))
  const partsOf = (one: PublishedRow) => (one.careType === 'all' ? careTypesOf(one, table.rowOf) : table.below(one))
  // To everyone a total that follows from rows that are shown is given away; a sum over care types is no more than they are.
  const sumsOf = (one: PublishedRow) => (group === undefined && one.careType !== 'all' ? [] : partsOf(one))
  const has = (one: PublishedRow): boolean => isTold(one) || (sumsOf(one).length > 0 && sumsOf(one).every(has))
  // A total that it had before, of which nothing has changed since but its own and what is shown.
  const hasSince = (one: PublishedRow, then: PublishedRow): boolean => {
    if (has(one) && has(then)) return true
    if (partsOf(one).length === 0) return one.truth.every((atom, at) => atom === then.truth[at])
    return partsOf(one).every((part) => {
      const before = table.rowOf(then, { name: part.name, careType: part.careType })
      return before !== undefined && hasSince(part, before)
    })
  }
  const hadBefore = (one: PublishedRow): boolean =>
    sumsOf(one).length > 0 && table.otherRevisions(one).some((then) => has(then) && hasSince(one, then))
  const hasNow = (one: PublishedRow): boolean =>
    has(one) || (compares && hadBefore(one)) || (one.careType === 'all' && partsOf(one).every(hasNow))
  return !hasNow(row)
}

/** Everything that follows from the form of the tables. */
const constraintsOf = (rows: readonly PublishedRow[], table: Table): readonly Constraint[] =>
  rows.flatMap((row): readonly Constraint[] => {
    const at = (cell: string, of = row) => table.positionOf(of, cell)
    const { block } = row
    const isSumOf = (parts: readonly PublishedRow[]): readonly Constraint[] =>
      parts.length === 0
        ? []
        : [...row.shown.keys()].map((cell) =>
            equal([[at(cell), -1], ...parts.map((part) => [at(cell, part), 1] as const)]),
          )
    return [
      ...isSumOf(row.careType === 'all' ? careTypesOf(row, table.rowOf) : table.below(row)),
      ...Object.entries(block.sums).map(([sum, of]) =>
        equal([[at(sum), -1], ...of.map((atom) => [at(atom), 1] as const)]),
      ),
      ...block.atMost.map(([less, more, times]) => ({
        terms: [
          [at(more), times],
          [at(less), -1],
        ] as const,
        least: 0,
        most: Number.POSITIVE_INFINITY,
      })),
      ...block.ratios.flatMap(({ of, per, decimals }) => ratio(row, [at(of), of], [at(per), per], decimals)),
      ...(isKnownNotToBeZero(row, table)
        ? [{ terms: block.atoms.map((atom) => [at(atom), 1] as const), least: 1, most: Number.POSITIVE_INFINITY }]
        : []),
    ]
  })

const equal = (terms: Constraint['terms']): Constraint => ({ terms, least: 0, most: 0 })

/** Zeros are shown; only what has fallen to nothing since it was hidden stays hidden. */
const isKnownNotToBeZero = (row: PublishedRow, table: Table): boolean =>
  row.isHidden && table.below(row).length === 0 && row.careType !== 'all' && row.truth.some((atom) => atom > 0)

/** A ratio that is shown holds its dividend to within half of its last decimal times the divisor. */
const ratio = (
  row: PublishedRow,
  [dividend, of]: readonly [number, string],
  [divisor, per]: readonly [number, string],
  decimals: number,
): readonly Constraint[] => {
  const [above, below] = [row.shown.get(of) ?? null, row.shown.get(per) ?? null]
  if (above === null || below === null || below === 0) return []
  const unit = 10 ** decimals
  const told = Math.round((above / below) * unit)
  return [
    {
      terms: [
        [dividend, 2 * unit],
        [divisor, -(2 * told - 1)],
      ],
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
    {
      terms: [
        [dividend, -2 * unit],
        [divisor, 2 * told + 1],
      ],
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
  ]
}
