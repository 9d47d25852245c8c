import { setImmediate } from 'node:timers/promises'

/** Resolves once whatever else is ready to be served has had its turn. */
export const afterOthers = (): Promise<void> => setImmediate()
