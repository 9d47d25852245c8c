import type { Catalog } from '#domain/agreement/catalog.ts'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { yearOf } from '#domain/calendar/civil-date.ts'
import { liableMunicipalityOf } from '#domain/episode/liable-unit.ts'
import type { DecidedEpisode } from '#domain/liability/cohort.ts'
import { decideUnder } from '#domain/liability/decide.ts'
import { verdictsBy } from '#domain/liability/judge.ts'
import { isLiable, type Liability, liabilityUnder } from '#domain/liability/liability.ts'
import { placeOf } from '#domain/liability/place.ts'
import { owed } from '#domain/liability/settle.ts'
import { parseDecimal, showDecimal } from '#domain/money/decimal.ts'
import { parseOre, showOre } from '#domain/money/ore.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import type { MonthExample } from '#schemas/rule-file/example.ts'
import { exampleFacts } from './example-facts.ts'

/** What a rule makes of an example's month: all of its episodes as one unit's, whatever rule the calendar would pick. */
export const monthOutcome = (rule: Rule, example: MonthExample) => outcomeOf(liabilityOfExample(rule, example))

const liabilityOfExample = (rule: Rule, example: MonthExample): Liability => {
  const municipality = unitOf(rule)
  const district = rule.file.unit === 'district' && municipality === '0180' ? '0180-farsta' : undefined
  const careType = rule.file.careTypes[0] ?? 'somatic'
  const episodes = exampleFacts(example, { municipality, district, careType }).flatMap(
    (facts, index): DecidedEpisode[] => {
      const liable = liableMunicipalityOf(facts, example.month)
      if (liable === undefined) return []
      const decision = decideUnder(
        { rule, agreementRegistered: true },
        facts,
        placeOf(rule.file.unit, liable),
        (of, its) => verdictsBy(evaluateByClosures, of, its),
      )
      return [{ region: rule.file.county ?? '03', id: `${index}`, revision: 1, facts, decision }]
    },
  )
  const key = { region: rule.file.county ?? '03', municipality, district, month: example.month, rule, unitKnown: true }
  return liabilityUnder(rule, key, episodes, catalogOf(rule, example))
}

const unitOf = ({ file }: Rule): string =>
  Object.keys(municipalities).find((code) => code.startsWith(file.county ?? '03')) ?? '0380'

const catalogOf = (rule: Rule, example: MonthExample): Catalog => {
  const { agreement, stage } = rule.reference
  const years = Array.from({ length: 7 }, (_, index) => yearOf(example.month) - 3 + index)
  const { dayAmount, determined } = example
  return {
    rules: [rule],
    events: [],
    determinations:
      determined === undefined ? [] : [{ agreement, stage, value: parseDecimal(determined), source: example.name }],
    dayAmounts:
      dayAmount === undefined ? [] : years.map((year) => ({ year, ore: parseOre(dayAmount), source: example.name })),
  }
}

const outcomeOf = (liability: Liability) => {
  const { settlement, level, total, episodes, price } = liability
  const { cohort } = settlement
  const known = cohort.undetermined === 0
  const days = (part: typeof settlement.averagePart) => {
    const total = owed(known ? part : undefined, price).days
    return total === undefined ? null : showDecimal(total, 2)
  }
  return {
    ...cohort,
    readyDays: `${cohort.readyDays}`,
    average: cohort.average === undefined ? null : showDecimal(cohort.average, 4),
    level: level?.known === true ? level.shown : null,
    liable: isLiable(liability) ?? null,
    reasons: unique(episodes.flatMap(({ decision }) => decision.reasons.map(({ id }) => id))),
    flags: liability.flags.map(({ id }) => id),
    missing: liability.missing.filter((cause) => !cause.startsWith('day-amount ')),
    days: total.days === undefined ? null : showDecimal(total.days, 2),
    amount: total.ore === undefined ? null : showOre(total.ore),
    averageDays: days(settlement.averagePart),
    individualDays: days(settlement.individualPart.days),
    billing: liability.billing ?? null,
    alternatives: alternativesOf(liability),
  }
}

const alternativesOf = ({
  alternatives,
}: Liability): Readonly<Record<string, Readonly<Record<string, string | null>>>> => {
  const byQuestion: Record<string, Record<string, string | null>> = {}
  for (const { question, reading, owed: reread } of alternatives)
    byQuestion[question] = {
      ...byQuestion[question],
      [reading]: reread.days === undefined ? null : showDecimal(reread.days, 2),
    }
  return byQuestion
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]
