import type { World } from '#domain/agreement/condition-facts.ts'
import { type Comparison, type Condition, type ConditionFact, conditionFacts } from '#schemas/rule-file/condition.ts'

/** The few episodes that a condition can tell apart: every fact it mentions at each value that could matter to it. */
export const worldsOf = (
  conditions: readonly Condition[],
): { readonly count: number; readonly worlds: Iterable<World> } => {
  const comparisons = conditions.flatMap(comparisonsIn)
  const mentioned = new Set(comparisons.map(({ fact }) => fact))
  // Whether something was sent and how late it was are one thing: the number is recorded when it was sent.
  const facts = [...mentioned].filter((fact) => !(fact in SENT_WITH))
  for (const [sent, delay] of Object.entries(DELAY_OF))
    if (mentioned.has(delay) && !mentioned.has(sentFact(sent))) facts.push(sentFact(sent))
  const axes = facts.map((fact) => valuesOf(fact, comparisons))
  return { count: axes.reduce((product, values) => product * values.length, 1), worlds: product(axes, NOWHERE) }
}

const DELAY_OF = {
  admissionNoticeSent: 'admissionNoticeDelayHours',
  planningCalled: 'planningCallDelayDays',
} as const
const SENT_WITH = { admissionNoticeDelayHours: true, planningCallDelayDays: true } as const

const sentFact = (name: string): keyof typeof DELAY_OF =>
  name === 'planningCalled' ? 'planningCalled' : 'admissionNoticeSent'

/** Every comparison in a condition. */
export const comparisonsIn = (condition: Condition): readonly Comparison[] => {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn)
  if ('any' in condition) return condition.any.flatMap(comparisonsIn)
  return [condition]
}

type Part = Partial<World>

const valuesOf = (fact: ConditionFact, comparisons: readonly Comparison[]): readonly Part[] => {
  if (fact === 'admissionNoticeSent' || fact === 'planningCalled') {
    const delay = DELAY_OF[fact]
    const bounds = comparisons.flatMap(({ fact: of, value }) =>
      of === delay && typeof value === 'number' ? [value] : [],
    )
    // Hours are measured, days are counted: only hours can lie between two whole numbers.
    const step = fact === 'admissionNoticeSent' ? 0.5 : 1
    const delays = new Set(bounds.flatMap((bound) => [bound - step, bound, bound + step]))
    return [
      { [fact]: false, [delay]: undefined },
      ...(delays.size === 0 ? [0] : [...delays]).map((value) => ({ [fact]: true, [delay]: value })),
    ]
  }
  const kind = conditionFacts[fact]
  if (typeof kind === 'string') return [true, false].map((value) => ({ [fact]: value }))
  return kind.map((word) => ({ [fact]: word }))
}

const NOWHERE: World = {
  careType: 'somatic',
  admissionNoticeSent: true,
  admissionNoticeDelayHours: 1,
  lengthOfStayEstimateSent: true,
  planningNeeded: false,
  planningCalled: false,
  planningCallDelayDays: undefined,
  openCare: 'available',
  servicesRefused: false,
  onlyRegionalOpenCare: false,
  compulsoryOpenPsychiatricCare: false,
  dischargedTo: 'home',
}

function* product([values, ...others]: readonly (readonly Part[])[], world: World): Generator<World> {
  if (values === undefined) yield world
  else for (const value of values) yield* product(others, { ...world, ...value })
}
