import type { LoadCatalog } from '#agreements/load-catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { monthOf } from '#domain/calendar/civil-date.ts'
import type { Sum } from '#domain/simulation/figures.ts'
import type { ReviewReads } from '#store/review-store.ts'
import type { SettlementReads } from '#store/settlement-store.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import { accountDifference, isNothing, standingAccounts } from './account-difference.ts'
import { monthOfMunicipality } from './month-of-municipality.ts'

/** What a plan is made from. */
export type Planning = {
  readonly catalog: LoadCatalog
  readonly unitMonths: Pick<UnitMonthStore, 'ofRegion'>
  readonly settlements: Pick<SettlementReads, 'closedMonths' | 'statements' | 'corrections' | 'leftOut'>
  readonly reviews: Pick<ReviewReads, 'ofMonth'>
}

/** A correction that a closed account would get; without a difference where it could no longer be known. */
export type PlannedCorrection = {
  readonly agreement: string
  readonly municipality: string
  readonly district: string
  readonly month: string
  readonly difference: Sum | undefined
}

/** The closed months of a region that lie in the time from a version's first day to its last. */
export const closedMonthsIn = async (
  { settlements }: { readonly settlements: Pick<SettlementReads, 'closedMonths'> },
  { file }: Rule,
): Promise<readonly string[]> => {
  const { from, until } = file.inForce
  const first = monthOf(typeof from === 'string' ? from : from.notBefore)
  const last = typeof until === 'string' ? monthOf(until) : undefined
  const closed = file.county === undefined ? [] : await settlements.closedMonths(file.county)
  return closed.filter((month) => first <= month && (last === undefined || month <= last))
}

/** What closed months would be corrected by if a version came into force as it is now; nothing is written. */
export const planCorrections = async (planning: Planning, rule: Rule): Promise<readonly PlannedCorrection[]> => {
  const published = await planning.catalog()
  const isOther = ({ reference }: Rule): boolean => reference.sha256 !== rule.reference.sha256
  const catalog = { ...published, rules: [...published.rules.filter(isOther), rule] }
  const region = rule.file.county ?? ''
  const planned: PlannedCorrection[] = []
  for (const month of await closedMonthsIn(planning, rule)) {
    const statements = await planning.settlements.statements(region, month)
    for (const municipality of new Set(statements.map((made) => made.municipality))) {
      const sources = { ...planning, catalog: async () => catalog }
      const { liabilities } = await monthOfMunicipality(sources, region, month, municipality)
      const corrections = await planning.settlements.corrections(region, month, municipality)
      const own = statements.filter((made) => made.municipality === municipality)
      for (const standing of standingAccounts(own, corrections)) {
        const { difference } = accountDifference(standing, liabilities)
        if (difference !== undefined && isNothing(difference)) continue
        const [agreement = '', , district = '-'] = standing.name.split('~')
        planned.push({ agreement, municipality, district, month, difference })
      }
    }
  }
  return planned
}
