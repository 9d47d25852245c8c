import * as z from 'zod'

const rows = z.array(z.tuple([z.string(), z.boolean(), z.array(z.int())]))

const pattern = z.record(z.string(), rows)

/** What a publication hides and shows, by block and care type: each row's name, whether it is hidden, and its atoms. */
export type Pattern = Readonly<z.infer<typeof pattern>>

/** The pattern of one tree: a block of a care type. */
export type TreePattern = ReadonlyMap<string, { readonly hidden: boolean; readonly atoms: readonly number[] }>

/** The name of a tree in a pattern. */
export const treeName = (block: string, careType: string): string => `${block}~${careType}`

/** A pattern as it is kept with its publication. */
export const patternText = (made: Pattern): string => JSON.stringify(made)

/** The patterns of earlier publications, in order; those without one told nothing that is protected. */
export const parsePatterns = (kept: readonly (string | null)[]): readonly Pattern[] =>
  kept.flatMap((text) => (text === null ? [] : [pattern.parse(JSON.parse(text))]))

/** What earlier publications told of one tree, in order. */
export const earlierOf = (patterns: readonly Pattern[], tree: string): readonly TreePattern[] =>
  patterns.flatMap((each) => {
    const told = each[tree]
    return told === undefined ? [] : [new Map(told.map(([name, hidden, atoms]) => [name, { hidden, atoms }]))]
  })

/** One tree as a pattern holds it. */
export const treeRows = (tree: TreePattern): Pattern[string] =>
  [...tree].map(([name, { hidden, atoms }]) => [name, hidden, [...atoms]])
