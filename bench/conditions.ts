import { deepStrictEqual } from 'node:assert'
import { parseRule } from '#agreements/parse-rule.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import type { World } from '#domain/agreement/condition-facts.ts'
import { evaluateByClosures } from '#domain/agreement/evaluate-closures.ts'
import { evaluateByEngine } from '#domain/agreement/evaluate-engine.ts'

/** How many times faster compiled closures are than json-rules-engine at the conditions of one rule, in one run. */
const file = shippedRules('rules').find(({ path }) => path.endsWith('somatic-stage-3.v1.yaml'))
const parsed = parseRule(file?.yaml ?? '', '1')
if (!parsed.ok) throw new Error('The rule file cannot be read')
const { rule } = parsed

const worlds: readonly World[] = Array.from({ length: 2000 }, (_, index) => ({
  careType: 'somatic',
  admissionNoticeSent: index % 7 !== 0,
  admissionNoticeDelayHours: index % 7 === 0 ? undefined : index % 48,
  lengthOfStayEstimateSent: true,
  planningNeeded: index % 2 === 0,
  planningCalled: index % 3 !== 0,
  planningCallDelayDays: index % 3 === 0 ? undefined : index % 6,
  openCare: ['available', 'unavailable', 'unclear', 'not-recorded'][index % 4],
  servicesRefused: index % 11 === 0,
  onlyRegionalOpenCare: index % 13 === 0,
  compulsoryOpenPsychiatricCare: false,
  dischargedTo: ['home', 'transfer', 'deceased'][index % 3],
}))

for (const world of worlds) deepStrictEqual(evaluateByClosures(rule, world), await evaluateByEngine(rule, world))
console.log(`${worlds.length} episodes: both evaluators give the same verdicts`)

const milliseconds = async (evaluate: (world: World) => unknown): Promise<number> => {
  const started = performance.now()
  for (const world of worlds) await evaluate(world)
  return performance.now() - started
}

const ratios: number[] = []
for (let round = 0; round < 7; round += 1) {
  const engine = await milliseconds((world) => evaluateByEngine(rule, world))
  const closures = await milliseconds((world) => evaluateByClosures(rule, world))
  ratios.push(engine / closures)
}
ratios.sort((a, b) => a - b)
console.log(`json-rules-engine takes ${ratios[3]?.toFixed(0)} times as long (median of ${ratios.length} rounds)`)
console.log(`least ${ratios[0]?.toFixed(0)}, most ${ratios.at(-1)?.toFixed(0)}`)
