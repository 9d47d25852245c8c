import type { Catalog } from '../agreement/catalog.ts'
import { ruleInForce } from '../agreement/in-force.ts'
import { type CivilDate, monthOf } from '../calendar/civil-date.ts'
import { liableMunicipalityOf } from '../episode/liable-unit.ts'
import type { DecidedEpisode, RecordedEpisode } from '../liability/cohort.ts'
import { decideInBulk, decideInBulkAsIf } from '../liability/decide-in-bulk.ts'

/**
 * Decides discharged episodes as if each had been governed by the rule in force for its party and care type on one day,
 * whatever day it ended; where no rule is known then, as it is decided otherwise.
 */
export const underFixedRules = (
  catalog: Catalog,
  on: CivilDate,
  episodes: readonly RecordedEpisode[],
): readonly DecidedEpisode[] =>
  episodes.map((episode) => {
    const { region, facts } = episode
    const liable = liableMunicipalityOf(facts, facts.discharge === undefined ? undefined : monthOf(facts.discharge.on))
    if (liable === undefined) return decideInBulk(catalog, episode)
    const { municipality } = liable
    const answer = ruleInForce(catalog, { region, municipality, careType: facts.careType, dischargedOn: on })
    return answer.known
      ? decideInBulkAsIf(answer.rule, episode, answer.agreementRegistered)
      : decideInBulk(catalog, episode)
  })
