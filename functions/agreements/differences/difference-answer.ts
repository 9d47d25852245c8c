import type { Change } from '#domain/simulation/world.ts'
import type { Difference } from './differences.ts'

/** A changed parameter as the contract writes it; texts still in both languages. */
export const changeAnswer = ({ parameter, was, is, cites, text }: Change) => ({
  parameter,
  was: was ?? null,
  is: is ?? null,
  cites: { was: cites.was ?? null, is: cites.is ?? null },
  text,
})

/** A difference between two versions as the contract writes it; texts still in both languages. */
export const differenceAnswer = ({ kind, ...change }: Difference) => ({ kind, ...changeAnswer(change) })
