import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Path, PathFault } from './file-fault.ts'

/** The first day of Lag (2017:612); before it the older Act applied, which is not in the rule language. */
export const FIRST_DAY = '2018-01-01'

/** What is wrong with the times of a file: their order, and their beginning before the Act. */
export const timeFaults = (file: RuleFile): readonly PathFault[] => [
  ...spansOf(file)
    .filter(({ from, until }) => from !== undefined && until !== undefined && until < from)
    .map(({ path, end = 'until' }): PathFault => ({ path: [...path, end], rule: 'ends-before-start' })),
  ...tooEarly(file),
  ...emptyBetweenEvents(file),
  ...billingFaults(file),
]

type Span = {
  readonly path: Path
  readonly end?: string
  readonly from: string | undefined
  readonly until: string | undefined
}

/** Every time with a first and a last day; a boundary set by an event has no date of its own. */
const spansOf = ({ inForce, unknownPeriods, model }: RuleFile): readonly Span[] => [
  { path: ['inForce'], from: dateIn(inForce.from), until: dateIn(inForce.until) },
  // A stage that waits for an event cannot end before the earliest date of it.
  ...(typeof inForce.from === 'object' && typeof inForce.until === 'string'
    ? [{ path: ['inForce'], from: inForce.from.notBefore, until: inForce.until }]
    : []),
  ...unknownPeriods.map(({ from, until }, index) => ({ path: ['unknownPeriods', index], from, until })),
  ...('exceptions' in model
    ? model.exceptions.map(({ discharged }, index) => ({
        path: ['model', 'exceptions', index, 'discharged'],
        ...discharged,
      }))
    : []),
  ...determinedSpans(model),
]

const determinedSpans = (model: RuleFile['model']): readonly Span[] => {
  if (model.kind !== 'average' || typeof model.level === 'string') return []
  const parts = 'least' in model.level ? model.level.least : [model.level]
  return parts.flatMap((part, index) => {
    if (typeof part === 'string') return []
    const path = 'least' in Object(model.level) ? ['model', 'level', 'least', index] : ['model', 'level']
    return [{ path: [...path, 'determined'], from: part.determined.from, until: part.determined.until }]
  })
}

const dateIn = (boundary: RuleFile['inForce']['until']): string | undefined =>
  typeof boundary === 'string' ? boundary : undefined

const earliest = (boundary: RuleFile['inForce']['from']): string =>
  typeof boundary === 'string' ? boundary : boundary.notBefore

const tooEarly = ({ inForce }: RuleFile): readonly PathFault[] =>
  earliest(inForce.from) < FIRST_DAY
    ? [
        {
          path: typeof inForce.from === 'string' ? ['inForce', 'from'] : ['inForce', 'from', 'notBefore'],
          rule: 'starts-before-act',
        },
      ]
    : []

/** A stage that begins and ends with one event has no day unless its end has the later earliest date. */
const emptyBetweenEvents = ({ inForce: { from, until } }: RuleFile): readonly PathFault[] =>
  typeof from === 'object' &&
  typeof until === 'object' &&
  from.event === until.event &&
  until.notBefore <= from.notBefore
    ? [{ path: ['inForce', 'until'], rule: 'never-in-force' }]
    : []

/** The billing of a day is the last entry that begins before it, so the list must be in order. */
const billingFaults = ({ billing }: RuleFile): readonly PathFault[] =>
  billing.flatMap(({ from }, index): readonly PathFault[] => {
    const before = billing[index - 1]
    return before !== undefined && from <= before.from
      ? [{ path: ['billing', index, 'from'], rule: 'billing-out-of-order' }]
      : []
  })
