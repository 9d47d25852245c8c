import { expect } from 'vitest'
import { type ClosingCounty, REGION } from './a-closing-county.ts'
import { MONTH } from './a-month-to-close.ts'
import { NOTHING, standingOf, truthOf } from './closing-truth.ts'

/** The statements of the closed month by their ids, and its corrections by their unit and öre. */
export const linesIn = async ({ environment: { settlements } }: ClosingCounty) => ({
  statements: (await settlements.statements(REGION, MONTH)).map(({ id }) => id),
  corrections: (await settlements.corrections(REGION, MONTH)).map(({ municipality, ore }) => `${municipality} ${ore}`),
})

/** Holds every closed account of the month against what its episodes and rules come to. */
export const expectTruth = async (county: ClosingCounty, said: string): Promise<void> => {
  const truth = await truthOf(county, new Map())
  const standing = [...(await standingOf(county))]
  expect(standing, said).toEqual(standing.map(([name]) => [name, truth.has(name) ? truth.get(name) : NOTHING]))
}
