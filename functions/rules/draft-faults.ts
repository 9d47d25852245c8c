import type { PlacedFault } from '#schemas/problem.ts'

/** The faults of a draft that came inside a JSON body: they point at its text, and line and column at the place in it. */
export const draftFaults = (pointer: string, faults: readonly PlacedFault[]): readonly PlacedFault[] =>
  faults.map((fault) => ({ ...fault, pointer }))
