import loadHighs, { type Highs } from 'highs'

/** What is known of one number by itself. */
export type Bounds = { readonly least: number; readonly most: number }

/** A weighted sum of numbers, by their position, that is known to lie within bounds. */
export type Constraint = Bounds & { readonly terms: readonly (readonly [position: number, factor: number])[] }

/** What follows for one number from all that is known. */
export type Interval = Bounds & { readonly position: number }

const TOLERANCE = 1e-6
const SWEEPS = 40

let loading: Promise<Highs> | undefined

/**
 * The numbers asked for whose interval is narrower than a width, each with its interval, by linear programmes over all that is
 * known of them (HiGHS). Numbers that no constraint connects are solved apart. Every solution of a programme is possible, so
 * what two solutions show to be wide enough needs no programme of its own; nothing is called narrow without its own two.
 */
export const narrowIntervals = async (
  known: readonly Bounds[],
  constraints: readonly Constraint[],
  asked: readonly number[],
  width: number,
): Promise<readonly Interval[]> => {
  loading ??= loadHighs()
  const highs = await loading
  const isFixed = (position: number) => known[position]?.least === known[position]?.most
  const open = constraints
    .map((constraint) => withoutFixed(constraint, known, isFixed))
    .filter(({ terms }) => terms.length > 0)
  const fixed = asked.filter(isFixed).map((position) => ({ position, ...boundsOf(known, position) }))
  const components = connected(
    open,
    asked.filter((position) => !isFixed(position)),
  )
  return [...fixed, ...components.flatMap((component) => solve(highs, known, component, width))]
}

type Component = {
  readonly positions: readonly number[]
  readonly constraints: readonly Constraint[]
  readonly asked: readonly number[]
}

const boundsOf = (known: readonly Bounds[], position: number): Bounds => {
  const bounds = known[position]
  if (bounds === undefined) throw new Error(`Nothing is known of number ${position}`)
  return bounds
}

const withoutFixed = (
  { terms, least, most }: Constraint,
  known: readonly Bounds[],
  isFixed: (at: number) => boolean,
): Constraint => {
  const sum = terms
    .filter(([at]) => isFixed(at))
    .reduce((total, [at, factor]) => total + factor * boundsOf(known, at).least, 0)
  const open = terms.filter(([at]) => !isFixed(at))
  if (open.length === 0 && (sum < least - TOLERANCE || sum > most + TOLERANCE))
    throw new Error('What is published contradicts itself')
  return { terms: open, least: least - sum, most: most - sum }
}

const connected = (constraints: readonly Constraint[], asked: readonly number[]): readonly Component[] => {
  const leader = new Map<number, number>()
  const find = (at: number): number => {
    let top = at
    for (let next = leader.get(top); next !== undefined && next !== top; next = leader.get(top)) top = next
    leader.set(at, top)
    return top
  }
  for (const { terms } of constraints) for (const [at] of terms) leader.set(find(at), find(terms[0]?.[0] ?? at))
  const positions = Map.groupBy(new Set([...leader.keys(), ...asked]), find)
  const own = Map.groupBy(constraints, ({ terms }) => find(terms[0]?.[0] ?? -1))
  return [...Map.groupBy(asked, find)].map(([top, members]) => ({
    positions: positions.get(top) ?? [],
    constraints: own.get(top) ?? [],
    asked: members,
  }))
}

const solve = (
  highs: Highs,
  known: readonly Bounds[],
  { positions, constraints, asked }: Component,
  width: number,
): readonly Interval[] => {
  const column = new Map(positions.map((position, at) => [position, at]))
  const starts = [0]
  for (const { terms } of constraints) starts.push((starts.at(-1) ?? 0) + terms.length)
  const model = highs.createModel({
    numCols: positions.length,
    numRows: constraints.length,
    colCost: positions.map(() => 0),
    colLower: positions.map((position) => boundsOf(known, position).least),
    colUpper: positions.map((position) => boundsOf(known, position).most),
    rowLower: constraints.map(({ least }) => least),
    rowUpper: constraints.map(({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: positions.length,
      starts,
      indices: constraints.flatMap(({ terms }) => terms.map(([at]) => column.get(at) ?? -1)),
      values: constraints.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
    },
  })
  try {
    model.options.set({ output_flag: false })
    const columns = { kind: 'range', from: 0, to: positions.length - 1 } as const
    const seen = new Map(
      asked.map((position) => [position, { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }]),
    )
    const maximise = (cost: (position: number) => number): void => {
      model.changeColsCost(
        columns,
        Float64Array.from(positions, (position) => -cost(position)),
      )
      model.run()
      if (model.getModelStatus() === highs.constants.modelStatus.unknown) {
        // Where it lost its way from the last solution it begins afresh.
        model.clearSolver()
        model.run()
      }
      const status = model.getModelStatus()
      if (status !== highs.constants.modelStatus.optimal) throw new Error(`There is no possible table (${status})`)
      const { colValue } = model.getSolution()
      for (const [position, bounds] of seen) {
        const value = colValue[column.get(position) ?? -1] ?? Number.NaN
        bounds.least = Math.min(bounds.least, value)
        bounds.most = Math.max(bounds.most, value)
      }
    }
    const isNarrow = (position: number): boolean => {
      const bounds = seen.get(position)
      return bounds === undefined || !(bounds.most - bounds.least >= width - TOLERANCE)
    }
    let narrow = asked.filter(isNarrow)
    for (let sweep = 0; sweep < SWEEPS && narrow.length > 0; sweep += 1) {
      // Another weight for each, so that another of them takes all that is to be had.
      const weights = new Map(
        narrow.map((position, at) => [position, 1 + ((at * 7919 + sweep * 104729) % narrow.length)]),
      )
      maximise((position) => (sweep === 1 ? -1 : 1) * (weights.get(position) ?? 0))
      narrow = narrow.filter(isNarrow)
    }
    for (const position of narrow) {
      if (isNarrow(position)) maximise((other) => (other === position ? 1 : 0))
      if (isNarrow(position)) maximise((other) => (other === position ? -1 : 0))
    }
    return narrow
      .filter(isNarrow)
      .map((position) => ({ position, least: seen.get(position)?.least ?? 0, most: seen.get(position)?.most ?? 0 }))
  } finally {
    model.dispose()
  }
}
