import { parseRule } from '#agreements/parse-rule.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { instantOf } from '#domain/calendar/civil-time.ts'
import { episode } from '#schemas/episode.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import { stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import { episodeStore } from '#store/episode-store.ts'
import type { Table } from '#store/table.ts'
import { type Random, randomFrom } from '#test/support/random.ts'

const two = (number: number): string => `${number}`.padStart(2, '0')

/** The months of the year. */
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, index) => `2022-${two(index + 1)}`)

/** When everything is recorded, and asked for. */
export const AT = '2026-01-01T00:00:00.000Z'

// The shipped ones tell what the shipped file says.
const EXAMPLES = `examples:
  - { name: a stay, month: "2022-03", readyDays: [1], expect: { episodes: 1 } }
`

/** A revision of the agreement in force in the year that changes its level, its charge, its day zero and a precondition. */
export const revisedAgreement = (): string => {
  const shipped = shippedRules('rules').find(({ path }) => path.endsWith('somatic-stage-3.v1.yaml'))?.yaml ?? ''
  const changed = shipped
    .replace('level: "1.3"', 'level: "1.0"')
    .replace('charge: excess', 'charge: all-days')
    .replace('shipped: excess', 'shipped: all-days')
    .replace('reading: all-days, set: { model.charge: all-days }', 'reading: excess, set: { model.charge: excess }')
    .replace('dayZero: in-mean, leftOut: leaves-mean', 'dayZero: out-of-mean, leftOut: leaves-mean')
    .replace('value: 3 }', 'value: 5 }')
  const revised = `${changed.slice(0, changed.indexOf('\nexamples:'))}
${EXAMPLES}`
  const parsed = parseRule(revised, '2')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return revised
}

/** Records Stockholm's somatic episodes of the year, or of some months, spread over all its municipalities and districts. */
export const recordYear = async (table: Table, size: number, seed: number, months = MONTHS): Promise<void> => {
  const { record } = episodeStore(table)
  const random = randomFrom(seed)
  for (let index = 0; index < size; index += 1) {
    const month = months[index % months.length] ?? ''
    const state = episodeOf(month, index, random)
    const recorded = await record({ region: '01', id: `bench-${index}`, at: AT, episodeUnder: async () => state })
    if (recorded.result !== 'created') throw new Error(`An episode is ${recorded.result}`)
  }
}

const inCounty = Object.keys(municipalities).filter((code) => code.startsWith('01'))
const districts = stockholmDistricts.filter(
  ({ validFrom = '', validTo = '9999' }) => validFrom <= '2022-01-01' && validTo >= '2022-12-31',
)

/** Four of ten live in the city, whose districts pay each for itself. */
const homeOf = ({ below, one }: Random) =>
  below(10) < 4
    ? { registeredMunicipality: '0180', registeredDistrict: one(districts).district }
    : { registeredMunicipality: one(inCounty.filter((code) => code !== '0180')) }

const episodeOf = (month: string, index: number, random: Random) => {
  const { below, one } = random
  const out = `${month}-${two(1 + below(28))}`
  const ready = addDays(out, -one([0, 0, 0, 1, 1, 2, 3, 5, 9]))
  const admitted = addDays(ready, -3)
  return episode.parse({
    sourceUpdatedAt: instantOf(`${out}T18:00:00`),
    hospital: 'SE2321000016-15CQ',
    careType: 'somatic',
    admission: { at: instantOf(`${admitted}T08:00:00`), planned: index % 3 === 0 },
    admissionNoticeSentAt: instantOf(`${admitted}T${two(9 + below(14))}:00:00`),
    lengthOfStayEstimateSentAt: instantOf(`${admitted}T10:00:00`),
    readiness: [{ noticeSentAt: instantOf(`${ready}T09:00:00`) }],
    planning:
      below(3) === 0
        ? { needed: true, calledAt: instantOf(`${addDays(ready, below(7))}T11:00:00`) }
        : { needed: false },
    openCare: 'available',
    servicesRefused: below(17) === 0,
    discharge: { at: instantOf(`${out}T15:00:00`), to: 'home' },
    patient: {
      pseudonym: personOf(index),
      pseudonymKeyVersion: '1',
      ageAtDischarge: 50 + ((index * 7) % 50),
      ...homeOf(random),
    },
  })
}

/** Every fifth stay is of somebody who has been there before. */
const personOf = (index: number): string => `bench-${index % 5 === 4 ? index - 4 : index}`
