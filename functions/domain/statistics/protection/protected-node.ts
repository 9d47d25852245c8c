/** A row of a block in the tree of its sums: a total with the rows that it is the sum of, or a leaf. */
export type ProtectedNode = {
  /** Unique in the tree, and the same in every revision of the month. */
  readonly name: string
  /** Who knows this row and all below it exactly, such as a municipality; absent for a total that nobody has as its own. */
  readonly group: string | undefined
  /** Whole numbers of zero or more from which every figure of the block follows; those of a total are the sums of its rows. */
  readonly atoms: readonly number[]
  /** Further counts that are shown, each a sum of atoms. */
  readonly cells: readonly number[]
  /** To be hidden whatever its numbers are, unless it is nothing but zeros. */
  readonly sensitive?: boolean
  readonly children: readonly ProtectedNode[]
}

/** What a row was in an earlier revision that was published, and whether it was hidden there. */
export type EarlierRow = { readonly hidden: boolean; readonly atoms: readonly number[] }

/** An earlier revision by the names of its rows; a row that is not in it was zero, and shown. */
export type EarlierPattern = ReadonlyMap<string, EarlierRow>
