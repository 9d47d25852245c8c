const SHARE = Number(process.env.DEEP ?? '0.1')

/** How often a property is tried, or how much of a large count is done: all of it with `DEEP=1`, else a tenth. */
export const runs = (all: number): number => Math.ceil(all * SHARE)
