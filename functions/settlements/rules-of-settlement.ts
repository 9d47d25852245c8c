import type { Catalog } from '#domain/agreement/catalog.ts'
import { rulesClaiming } from '#domain/agreement/in-force.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { careType } from '#schemas/codes.ts'
import type { SettlementName } from '#store/settlement-store.ts'

type Agreed = Pick<SettlementName, 'region' | 'agreement'>

/** The published versions of an agreement of a region, or of the Act. */
export const rulesOf = ({ rules }: Catalog, { region, agreement }: Agreed): readonly Rule[] =>
  rules.filter(({ reference, file }) => reference.agreement === agreement && (file.county ?? region) === region)

/** Those of them that are in force on a day, for any care. */
export const rulesInForce = (catalog: Catalog, agreed: Agreed, on: CivilDate): readonly Rule[] => {
  const own = rulesOf(catalog, agreed)
  return careType.options.flatMap((type) => rulesClaiming(catalog, own, type, on))
}
