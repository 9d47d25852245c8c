import type { AverageModel } from '#schemas/rule-file/model.ts'
import { compare, divide, type Fraction, fraction, multiply, roundTo, subtract, zero } from '../money/fraction.ts'

/** The exact mean of ready days, rounded only where the rule says so; undefined without episodes. */
export const meanReadyDays = (model: AverageModel, readyDays: number, episodes: number): Fraction | undefined => {
  if (episodes === 0) return undefined
  const mean = divide(fraction(readyDays), fraction(episodes))
  return model.rounding === 'none' ? mean : roundTo(mean, model.rounding.mean)
}

/** The days an average model charges: none while the mean does not exceed the level, then its excess or all of it, for each episode. */
export const averageDays = (model: AverageModel, level: Fraction, readyDays: number, episodes: number): Fraction => {
  const mean = meanReadyDays(model, readyDays, episodes)
  if (mean === undefined || compare(mean, level) <= 0) return zero
  return multiply(model.charge === 'excess' ? subtract(mean, level) : mean, fraction(episodes))
}
