/** How long to wait before an attempt after the first, in ms: full jitter up to 25, 50, 100 … 800, so that those who met once do not meet again. */
export const delayBefore = (attempt: number): number => Math.random() * Math.min(800, 25 * 2 ** (attempt - 1))
