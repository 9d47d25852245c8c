import { type CareType, countyOf } from '#schemas/codes.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import type { Catalog } from './catalog.ts'
import { type InForceAnswer, ruleInForce } from './in-force.ts'

/** Every answer that the rule in force could have while the liable municipality is not known, each once. */
export const possibleRules = (
  catalog: Catalog,
  region: string,
  careType: CareType,
  dischargedOn: CivilDate,
): readonly InForceAnswer[] => {
  const answers = new Map<unknown, InForceAnswer>()
  for (const municipality of onePerParty(region)) {
    const answer = ruleInForce(catalog, { region, municipality, careType, dischargedOn })
    answers.set(answer.known ? answer.rule : answer.missing, answer)
  }
  return [...answers.values()]
}

/** The county's municipalities, and one from elsewhere that stands for all that are party to nothing. */
const onePerParty = (region: string): readonly string[] => {
  const codes = Object.keys(municipalities)
  return [
    ...codes.filter((code) => countyOf(code) === region),
    ...codes.filter((code) => countyOf(code) !== region).slice(0, 1),
  ]
}
