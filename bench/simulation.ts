import { deepStrictEqual } from 'node:assert'
import { catalogLoader } from '#agreements/load-catalog.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { worldsBetween } from '#agreements/worlds.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { add, zero } from '#domain/money/fraction.ts'
import { compareUnitMonth } from '#domain/simulation/compare-unit-month.ts'
import { addToSummary, emptySummary, type Summary } from '#domain/simulation/summary.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { ruleStore } from '#store/rule-store.ts'

/** How long a simulation of one municipality's month takes for each episode and world, and whether memory stays flat. */
const rules = ruleStore(openSqliteTable(':memory:'))
const files = shippedRules('rules')
await publishShipped(rules, files, '2026-01-01T00:00:00.000Z')
const catalog = await catalogLoader(rules)()

const stage3 = files.find(({ path }) => path.endsWith('somatic-stage-3.v1.yaml'))?.yaml ?? ''
const revised = stage3
  .replace('level: "1.3"', 'level: "1.0"')
  .replace('charge: excess', 'charge: all-days')
  .replace('dayZero: in-mean, leftOut: leaves-mean', 'dayZero: out-of-mean, leftOut: leaves-mean')
  .replace('value: 3 }', 'value: 5 }')
const candidate = parseRule(revised, '2')
if (!candidate.ok) throw new Error(JSON.stringify(candidate.faults))
const worlds = worldsBetween(catalog, candidate.rule)
console.log(`${worlds.length} worlds: ${worlds.flatMap(({ change }) => change?.parameter ?? []).join(', ')}`)

const monthOf = (month: number, size: number): readonly RecordedEpisode[] =>
  Array.from({ length: size }, (_, index) => ({
    region: '01',
    id: `${index}`,
    revision: 1,
    facts: {
      hospital: 'SE2321000016-15CQ',
      careType: 'somatic',
      registeredMunicipality: '0136',
      admissionNoticeDelayHours: index % 30,
      lengthOfStayEstimateSent: true,
      readiness: [{ noticeSentAt: `2022-${pad(month)}-0${1 + (index % 9)}T10:00:00` }],
      planningNeeded: index % 3 === 0,
      planningCalledOn: `2022-${pad(month)}-${pad(1 + ((index % 9) + (index % 6)))}`,
      servicesRefused: index % 17 === 0,
      onlyRegionalOpenCare: false,
      compulsoryOpenPsychiatricCare: false,
      discharge: { on: `2022-${pad(month)}-1${index % 10}`, to: 'home' },
      cancelled: false,
    },
  }))

const pad = (number: number): string => `${number}`.padStart(2, '0')

const simulate = (size: number, units: number): Summary => {
  let summary = emptySummary
  for (let index = 0; index < units; index += 1) {
    const month = 1 + (index % 12)
    summary = addToSummary(summary, compareUnitMonth(worlds, `2022-${pad(month)}`, '01', monthOf(month, size)))
  }
  return summary
}

const { delta, attribution } = simulate(100, 12)
deepStrictEqual(attribution.map(({ days }) => days).reduce(add, zero), delta.days)
console.log('the parts sum to the difference')

const [size, units] = [160, 312]
const before = process.memoryUsage().heapUsed
const started = performance.now()
const { unitMonths } = simulate(size, units)
const milliseconds = performance.now() - started
const perDecision = (milliseconds * 1000) / (size * units * worlds.length)
console.log(
  `${unitMonths} unit months of ${size} episodes, a year of a large county: ${(milliseconds / 1000).toFixed(1)} s`,
)
console.log(`${perDecision.toFixed(0)} µs for an episode in a world`)
globalThis.gc?.()
console.log(
  `${((process.memoryUsage().heapUsed - before) / 1_048_576).toFixed(0)} MB more in use afterwards than before`,
)
