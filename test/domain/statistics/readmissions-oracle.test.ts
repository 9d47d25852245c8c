import { describe, expect, it } from 'vitest'
import { personStay } from '#domain/statistics/person-stay.ts'
import { readmissions } from '#domain/statistics/readmissions.ts'
import { aHistory, type ToldStay } from '../../support/readmissions-history.ts'
import { type Told, toldByOracle } from '../../support/readmissions-oracle.ts'
import { runs } from '../../support/runs.ts'
import { theReadmissions } from '../../support/the-definition.ts'
import { toldOf } from '../../support/told-readmissions.ts'

const SEED = 20_260_101
const rule = theReadmissions()

const stayFrom = ({ id, careType, admittedAt, planned, dischargedAt, to, age }: ToldStay) =>
  personStay(id, {
    careType,
    admission: { at: admittedAt, planned },
    discharge: dischargedAt === undefined ? undefined : { at: dischargedAt, to },
    patient: age === undefined ? {} : { ageAtDischarge: age },
  })

const kindOf = (answer: Told): string =>
  answer.isIndex === 'no' ? 'no' : `${answer.isIndex} ${answer.within7} ${answer.within30}`

/** Every answer that there can be: what follows within seven days follows within thirty. */
const KINDS = ['yes', 'unknown'].flatMap((isIndex) =>
  ['no no', 'no unknown', 'no yes', 'unknown unknown', 'unknown yes', 'yes yes'].map(
    (within) => `${isIndex} ${within}`,
  ),
)

describe('readmissions of made-up patients', () => {
  it('are those of a brute-force oracle', () => {
    const seen = new Map<string, number>()
    let joined = 0

    for (let patient = 0; patient < runs(10_000); patient += 1) {
      const stays = aHistory(SEED + patient)
      const answers = readmissions(rule, stays.map(stayFrom))
        .map(toldOf)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))

      expect(answers, `seed ${SEED + patient}`).toEqual(toldByOracle(stays))

      joined += stays.length - answers.length
      for (const answer of answers) seen.set(kindOf(answer), (seen.get(kindOf(answer)) ?? 0) + 1)
    }

    expect([...seen.keys()].sort()).toEqual(['no', ...KINDS].sort())
    expect(Math.min(...seen.values())).toBeGreaterThan(runs(10_000) / 250)
    expect(joined).toBeGreaterThan(runs(10_000) / 4)
  })
})
