import type { Paging } from '#schemas/list.ts'

/** One page of a whole list under its plural name, with where it stands in the whole. */
export const pageOf = <Name extends string, Item>(name: Name, all: readonly Item[], { page, limit }: Paging) =>
  ({ [name]: all.slice((page - 1) * limit, page * limit), page, limit, total: all.length }) as {
    readonly [Key in Name]: readonly Item[]
  } & Paging & { readonly total: number }
