import { isLiable, type Liability } from '#domain/liability/liability.ts'
import type { DaysByYear, Price } from '#domain/liability/money.ts'
import { liabilityId } from '#domain/liability/month.ts'
import { type Owed, owed } from '#domain/liability/settle.ts'
import { showDecimal } from '#domain/money/decimal.ts'
import type { Fraction } from '#domain/money/fraction.ts'
import { showOre } from '#domain/money/ore.ts'

/** A liability as the contract writes it; texts still in both languages. */
export const liabilityAnswer = (liability: Liability) => {
  const { key, settlement, level, total, bounds, price } = liability
  const { cohort, individualPart } = settlement
  const known = liability.key.rule !== undefined && cohort.undetermined === 0
  return {
    id: liabilityId(key),
    region: key.region,
    municipality: key.municipality ?? null,
    district: key.district ?? null,
    month: key.month,
    rule: key.rule?.reference ?? null,
    model: modelOf(liability),
    status: 'preliminary',
    billing: liability.billing ?? null,
    review: liability.review ?? null,
    cohort: {
      episodes: cohort.episodes,
      dayZero: cohort.dayZero,
      readyDays: `${cohort.readyDays}`,
      average: cohort.average === undefined ? null : showDecimal(cohort.average, 4),
      leftOut: cohort.leftOut,
      undetermined: cohort.undetermined,
    },
    level: level?.known === true ? level.shown : null,
    liable: isLiable(liability) ?? null,
    averagePart: owedAnswer(owed(known ? settlement.averagePart : undefined, price)),
    individualPart: {
      episodes: individualPart.episodes,
      ...owedAnswer(owed(known ? individualPart.days : undefined, price)),
    },
    dayAmounts: dayAmountsOf(liability.daysByYear, price),
    ...owedAnswer(total),
    currency: 'SEK',
    missing: liability.missing,
    bounds: bounds === undefined ? null : { least: owedAnswer(bounds.least), most: owedAnswer(bounds.most) },
    alternatives: liability.alternatives.map(({ question, reading, owed: reread }) => ({
      question,
      reading,
      ...owedAnswer(reread),
    })),
    flags: liability.flags,
  }
}

const modelOf = ({ key }: Liability): 'average' | 'individual' | null => {
  if (key.rule === undefined) return null
  return key.rule.file.model.kind === 'average' ? 'average' : 'individual'
}

const owedAnswer = ({ days, ore }: Owed) => ({
  days: daysAnswer(days),
  amount: ore === undefined ? null : showOre(ore),
})

const daysAnswer = (days: Fraction | undefined): string | null => (days === undefined ? null : showDecimal(days, 2))

const dayAmountsOf = (days: DaysByYear | undefined, price: Price) =>
  [...(days ?? [])].map(([year, count]) => {
    const amount = price(year)
    return { year, days: showDecimal(count, 2), amount: amount === undefined ? null : showOre(amount.ore) }
  })
