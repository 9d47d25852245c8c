import * as z from 'zod'
import { type Key, keyOf, queryAll, type ReadOnlyTable, type Table } from './table.ts'

/** A person in a region, whatever version of its key they have been known under. */
export type Person = {
  /** Every pseudonym that is known to be theirs. */
  readonly pseudonyms: ReadonlySet<string>
  /** The ids of their episodes; a revision that has since become outdated counts too. */
  readonly ids: readonly string[]
}

/** Where a person's episodes in a region are listed, by pseudonym, and the other pseudonyms of the same person. */
export const personPartition = (region: string, pseudonym: string): string => `P#${region}#${pseudonym}`

/**
 * Keeps that pseudonyms under several versions of a key are one person's, and since when that is known: of the same said
 * twice the first stays. It comes before the episode that tells of it, and is true without it.
 */
export const linkPseudonyms = async (
  table: Table,
  region: string,
  pseudonym: string,
  { others, at }: { readonly others: readonly string[]; readonly at: string },
): Promise<void> => {
  for (const other of others)
    for (const [from, to] of [
      [pseudonym, other],
      [other, pseudonym],
    ] as const) {
      const item = { pk: personPartition(region, from), sk: `${LINK}${to}`, at }
      await table.write({ kind: 'put', item, condition: { kind: 'absent' } })
    }
}

/** A person by any of their pseudonyms: what is listed under it, and under each that is linked with it, by now or at an instant. */
export const personIn = async (
  table: ReadOnlyTable,
  region: string,
  pseudonym: string,
  asOf = '9999',
): Promise<Person> => {
  const pseudonyms = new Set([pseudonym])
  const ids = new Set<string>()
  for (const each of pseudonyms)
    for (const { sk, at } of await queryAll(table, { pk: personPartition(region, each) })) {
      if (!sk.startsWith(LINK)) ids.add(sk)
      // A set that grows while it is gone through is gone through to its end.
      else if (z.string().parse(at) <= asOf) pseudonyms.add(sk.slice(LINK.length))
    }
  return { pseudonyms, ids: [...ids].sort() }
}

/** The keys of the links of a person of whom no episode is listed any more. */
export const loneLinks = async (table: ReadOnlyTable, region: string, pseudonym: string): Promise<readonly Key[]> => {
  const { pseudonyms, ids } = await personIn(table, region, pseudonym)
  if (ids.length > 0) return []
  const items = await Promise.all(
    [...pseudonyms].map((each) => queryAll(table, { pk: personPartition(region, each), prefix: LINK })),
  )
  return items.flat().map(keyOf)
}

// The source's own ids begin with a letter or a digit.
const LINK = '='
