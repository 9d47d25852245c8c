import type { AverageModel } from '#schemas/rule-file/model.ts'
import type { Text } from '#schemas/text.ts'
import type { Rule } from '../agreement/rule.ts'
import { yearOf } from '../calendar/civil-date.ts'
import { fraction } from '../money/fraction.ts'
import { type Calculation, calculation } from './calculation.ts'
import { cited } from './cited.ts'
import { explainOwnDays, ownDays } from './explain-own-days.ts'
import type { Liability } from './liability.ts'
import type { Step } from './step.ts'
import * as say from './step-texts.ts'

/** Every step of a liability, from the counted days to the amount, each with its paragraph; none where no rule is known. */
export const explain = (liability: Liability): readonly Step[] => {
  const { rule } = liability.key
  if (rule === undefined) return []
  const steps = calculation()
  countEpisodes(steps, rule, liability)
  if (liability.settlement.cohort.undetermined > 0) return steps.steps()
  const averageDays = rule.file.model.kind === 'average' ? explainMean(steps, rule, rule.file.model, liability) : []
  explainMoney(steps, rule, liability, averageDays)
  return steps.steps()
}

const countEpisodes = (steps: Calculation, rule: Rule, { settlement, missing }: Liability): void => {
  const { episodes, readyDays, leftOut, undetermined } = settlement.cohort
  const population = cited(rule, rule.file.model.kind === 'average' ? 'model.cohort.by' : 'model.kind')
  steps.given('episodes', fraction(episodes), { text: say.episodes, unit: 'episodes', ...population })
  steps.given('ready-days', fraction(readyDays), { text: say.readyDays, unit: 'days', ...cited(rule, 'clock.days') })
  if (leftOut > 0)
    steps.given('left-out', fraction(leftOut), {
      text: say.leftOut,
      unit: 'episodes',
      ...cited(rule, 'model.cohort.leftOut'),
    })
  if (undetermined > 0)
    steps.given('undetermined', fraction(undetermined), { text: say.undetermined(missing), unit: 'episodes' })
}

const explainMean = (
  steps: Calculation,
  rule: Rule,
  model: AverageModel,
  { settlement, level, key }: Liability,
): readonly string[] => {
  if (settlement.cohort.episodes === 0) return []
  steps.reckon('mean', 'divide', ['ready-days', 'episodes'], {
    text: say.mean,
    unit: 'days per episode',
    ...cited(rule, 'model.cohort.dayZero'),
  })
  if (model.rounding !== 'none')
    steps.reckon('rounded-mean', 'round', ['mean'], {
      text: say.roundedMean,
      unit: 'days per episode',
      rounding: { decimals: model.rounding.mean, mode: model.rounding.mode },
      ...cited(rule, 'model.rounding'),
    })
  // Without ready days nothing exceeds any level, also one that is not determined.
  if (settlement.cohort.readyDays === 0 && level?.known !== true) return []
  const mean = model.rounding === 'none' ? 'mean' : 'rounded-mean'
  steps.given('level', level?.known === true ? level.value : undefined, {
    text: level?.known === true ? say.level : say.levelMissing,
    unit: 'days per episode',
    ...cited(rule, 'model.level'),
    ...(level?.known === true && level.source !== undefined ? { source: level.source } : {}),
  })
  steps.reckon('exceeds', 'compare', [mean, 'level'], {
    text: say.exceeds,
    unit: 'yes or no',
    ...cited(rule, 'model.level'),
  })
  const charge = cited(rule, 'model.charge')
  if (model.charge === 'excess')
    steps.reckon('excess', 'subtract', [mean, 'level'], { text: say.excess, unit: 'days per episode', ...charge })
  const perEpisode = model.charge === 'excess' ? 'excess' : mean
  const id = `average-days-${yearOf(key.month)}`
  const text = model.charge === 'excess' ? say.excessDays : say.allDays
  steps.reckon(id, 'multiply', ['exceeds', perEpisode, 'episodes'], { text, unit: 'days', ...charge })
  return [id]
}

/** From days to money: the days of each year cost that year's amount; each year's sum is rounded to the öre. */
const explainMoney = (steps: Calculation, rule: Rule, liability: Liability, averageDays: readonly string[]): void => {
  const { key, price } = liability
  const individual = ownDays(liability)
  const averageYears = averageDays.length > 0 ? [yearOf(key.month)] : []
  const years = [...new Set([...averageYears, ...individual.keys()])].sort((a, b) => a - b)
  const amounts: string[] = []
  const days: string[] = []
  for (const year of years) {
    const parts = averageYears.includes(year) ? [...averageDays] : []
    const own = individual.get(year)
    if (own !== undefined) parts.push(explainOwnDays(steps, rule, liability, year))
    steps.reckon(`days-${year}`, 'add', parts, { text: say.daysOfYear(year), unit: 'days' })
    days.push(`days-${year}`)
    if (liability.daysByYear !== undefined && (liability.daysByYear.get(year)?.n ?? 0n) === 0n) continue
    const amount = price(year)
    steps.given(`day-amount-${year}`, amount === undefined ? undefined : fraction(amount.ore, 100), {
      text: amount === undefined ? say.dayAmountMissing(year) : say.dayAmount(year),
      unit: 'SEK per day',
      ...cited(rule, 'amount'),
      ...(amount === undefined ? {} : { source: amount.source }),
    })
    steps.reckon(`product-${year}`, 'multiply', [`days-${year}`, `day-amount-${year}`], {
      text: say.product(year),
      unit: 'SEK',
    })
    steps.reckon(`amount-${year}`, 'round', [`product-${year}`], {
      text: say.roundedAmount,
      unit: 'SEK',
      rounding: { decimals: 2, mode: 'half-up' },
    })
    amounts.push(`amount-${year}`)
  }
  total(steps, 'days', days, say.totalDays, 'days')
  total(steps, 'amount', amounts, say.totalAmount, 'SEK')
}

const total = (steps: Calculation, id: string, from: readonly string[], text: Text, unit: 'days' | 'SEK'): void => {
  if (from.length === 0) steps.given(id, fraction(0), { text, unit })
  else steps.reckon(id, 'add', from, { text, unit })
}
