const SHARE = process.env.DEEP === undefined ? undefined : Number(process.env.DEEP)

/** How often a property is tried, or how much of a large count is done: all of it with `DEEP=1`, else a tenth or what is given. */
export const runs = (all: number, plain = all * 0.1): number => Math.ceil(SHARE === undefined ? plain : all * SHARE)
