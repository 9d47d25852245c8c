import { deepStrictEqual } from 'node:assert'
import { catalogLoader } from '#agreements/load-catalog.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { ruleStore } from '#store/rule-store.ts'

/** How the time of settling a region's month grows with its episodes, in one run. */
const rules = ruleStore(openSqliteTable(':memory:'))
await publishShipped(rules, shippedRules('rules'), '2026-01-01T00:00:00.000Z')
const catalog = await catalogLoader(rules)()

const municipalities = ['0136', '0180', '0184', '0126', '0127', '0160']

const monthOf = (size: number): readonly RecordedEpisode[] =>
  Array.from({ length: size }, (_, index) => ({
    region: '01',
    id: `${index}`,
    revision: 1,
    facts: {
      hospital: 'SE2321000016-15CQ',
      careType: 'somatic',
      registeredMunicipality: municipalities[index % municipalities.length] ?? '0136',
      registeredDistrict: '0180-farsta',
      admissionNoticeDelayHours: index % 30,
      lengthOfStayEstimateSent: true,
      readiness: [{ noticeSentAt: `2022-03-0${1 + (index % 9)}T10:00:00` }],
      planningNeeded: false,
      servicesRefused: index % 17 === 0,
      onlyRegionalOpenCare: false,
      compulsoryOpenPsychiatricCare: false,
      discharge: { on: `2022-03-1${index % 10}`, to: 'home' },
      cancelled: false,
    },
  }))

const counted = (episodes: readonly RecordedEpisode[]): number =>
  liabilitiesOf(catalog, '2022-03', episodes).reduce(
    (sum, { settlement }) => sum + settlement.cohort.episodes + settlement.cohort.leftOut,
    0,
  )

const sizes = [1000, 4000, 16000]
for (const size of sizes) deepStrictEqual(counted(monthOf(size)), size)
console.log('every episode is counted or left out, at every size')

const median = (size: number): number => {
  const episodes = monthOf(size)
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    liabilitiesOf(catalog, '2022-03', episodes)
    return performance.now() - started
  }).sort((a, b) => a - b)
  return times[2] ?? 0
}

const [base = 1, ...others] = sizes.map(median)
others.forEach((time, index) => {
  const [first = 1, size = 1] = [sizes[0], sizes[index + 1]]
  console.log(`${size / first} times the episodes take ${(time / base).toFixed(1)} times as long`)
})
console.log(`${((base / (sizes[0] ?? 1)) * 1000).toFixed(0)} µs for an episode on this machine (median of 5)`)
