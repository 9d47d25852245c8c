import type { Stay } from './made-county.ts'

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

/** The atoms of a block over stays. */
export const atomsOf = (block: Block, stays: readonly Stay[]): readonly number[] => {
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
