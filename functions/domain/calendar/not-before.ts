/** An instant, or the latest of those that came before it: what is kept in order stays so when the clock has been set back. */
export const notBefore = (at: string, earlier: readonly string[]): string => [at, ...earlier].toSorted().at(-1) ?? at
