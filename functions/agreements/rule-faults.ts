import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import { labelOf, modelWith } from './compile-rule.ts'
import type { Path } from './yaml-document.ts'

/** Something a rule file says that its schema allows but its own text does not bear out. */
export type RuleFault = { readonly path: Path; readonly message: string }

/** Every fault that shows only when the parts of a file are held against each other. */
export const ruleFaults = (file: RuleFile): readonly RuleFault[] => [
  ...citationFaults(file),
  ...uncitedParameters(file),
  ...alternativeFaults(file),
  ...doubledIds(file),
  ...periodFaults(file),
]

type Cited = { readonly path: Path; readonly citation: string }

const citationFaults = (file: RuleFile): readonly RuleFault[] =>
  citations(file)
    .filter(({ citation }) => labelOf(file, citation) === undefined)
    .map(({ path, citation }) => ({ path, message: `${citation} is not a paragraph quoted in sources` }))

const citations = (file: RuleFile): readonly Cited[] => [
  ...Object.entries(file.cites).map(([parameter, citation]) => ({ path: ['cites', parameter], citation })),
  ...listed('preconditions', file.preconditions),
  ...listed('exclusions', file.exclusions),
  ...listed('flags', file.flags),
  ...listed('billing', file.billing),
  ...listed('openQuestions', file.openQuestions),
  ...listed('unknownPeriods', file.unknownPeriods),
  ...file.notComputable.map(({ paragraph }, index) => ({
    path: ['notComputable', index, 'paragraph'],
    citation: paragraph,
  })),
  ...(file.clock.cutOff === undefined
    ? []
    : [{ path: ['clock', 'cutOff', 'cites'], citation: file.clock.cutOff.cites }]),
  ...('exceptions' in file.model
    ? file.model.exceptions.map(({ cites }, index) => ({
        path: ['model', 'exceptions', index, 'cites'],
        citation: cites,
      }))
    : []),
]

const listed = (name: string, items: readonly { readonly cites: string }[]): readonly Cited[] =>
  items.map(({ cites }, index) => ({ path: [name, index, 'cites'], citation: cites }))

const uncitedParameters = (file: RuleFile): readonly RuleFault[] =>
  parametersOf(file)
    .filter((parameter) => file.cites[parameter] === undefined)
    .map((parameter) => ({ path: ['cites'], message: `${parameter} needs the paragraph that it comes from` }))

/** Every parameter of a file that must name its paragraph under `cites`. */
const parametersOf = ({ inForce, parties, fallback, model, objections }: RuleFile): readonly string[] => [
  ...[
    'unit',
    'liable',
    'careTypes',
    'inForce.from',
    'clock.starts',
    'clock.days',
    'clock.periods',
    'amount',
    'model.kind',
  ],
  ...(inForce.until === undefined ? [] : ['inForce.until']),
  ...(parties === undefined ? [] : ['parties']),
  ...(fallback === undefined ? [] : ['fallback']),
  ...(objections === undefined ? [] : ['objections']),
  ...(model.kind === 'average'
    ? ['model.cohort.by', 'model.cohort.dayZero', 'model.cohort.leftOut', 'model.level', 'model.charge']
    : ['model.freeDays']),
  ...(model.kind === 'average' && model.longStay !== undefined ? ['model.longStay'] : []),
  ...(model.kind === 'average' && model.rounding !== 'none' ? ['model.rounding'] : []),
  ...(model.kind === 'review' ? ['model.decidedBy'] : []),
  ...(model.kind === 'review' && model.startIsPlaceholder ? ['model.startIsPlaceholder'] : []),
]

const alternativeFaults = ({ openQuestions, model }: RuleFile): readonly RuleFault[] =>
  openQuestions.flatMap(({ alternatives }, question) =>
    alternatives.flatMap(({ set }, index) => {
      try {
        modelWith(model, set)
        return []
      } catch {
        const path = ['openQuestions', question, 'alternatives', index, 'set']
        return [{ path, message: 'this reading does not give a model' }]
      }
    }),
  )

const doubledIds = (file: RuleFile): readonly RuleFault[] => {
  const seen = new Set<string>()
  const statements = [
    ...file.preconditions.map(({ otherwise }, index) => ({
      id: otherwise.id,
      path: ['preconditions', index, 'otherwise', 'id'],
    })),
    ...file.exclusions.map(({ id }, index) => ({ id, path: ['exclusions', index, 'id'] })),
    ...file.flags.map(({ id }, index) => ({ id, path: ['flags', index, 'id'] })),
  ]
  return statements.flatMap(({ id, path }) => {
    if (seen.has(id)) return [{ path, message: `${id} is already the name of another statement` }]
    seen.add(id)
    return []
  })
}

const periodFaults = (file: RuleFile): readonly RuleFault[] => [
  ...spansOf(file)
    .filter(({ from, until }) => from !== undefined && until !== undefined && until < from)
    .map(({ path }) => ({ path: [...path, 'until'], message: 'the last day is before the first' })),
  ...((file.county === undefined) === (file.parties === undefined)
    ? []
    : [{ path: ['county'], message: 'a county and its parties go together; the Act has neither' }]),
]

type Span = { readonly path: Path; readonly from: string | undefined; readonly until: string | undefined }

/** Every time with a first and a last day; a boundary set by an event has no date of its own. */
const spansOf = ({ inForce, unknownPeriods, model }: RuleFile): readonly Span[] => [
  { path: ['inForce'], from: dateIn(inForce.from), until: dateIn(inForce.until) },
  ...unknownPeriods.map(({ from, until }, index) => ({ path: ['unknownPeriods', index], from, until })),
  ...('exceptions' in model
    ? model.exceptions.map(({ discharged }, index) => ({
        path: ['model', 'exceptions', index, 'discharged'],
        ...discharged,
      }))
    : []),
]

const dateIn = (boundary: RuleFile['inForce']['until']): string | undefined =>
  typeof boundary === 'string' ? boundary : undefined
