import { labelOf } from '#agreements/compile-rule.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Path, PathFault } from './file-fault.ts'

/** Every citation of a paragraph that the file does not quote, and every parameter without a citation. */
export const citationFaults = (file: RuleFile): readonly PathFault[] => [
  ...danglingCitations(file),
  ...uncitedParameters(file),
]

type Cited = { readonly path: Path; readonly citation: string }

const danglingCitations = (file: RuleFile): readonly PathFault[] =>
  citations(file)
    .filter(({ citation }) => labelOf(file, citation) === undefined)
    .map(({ path }) => ({ path, rule: 'dangling-citation' }))

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

const uncitedParameters = (file: RuleFile): readonly PathFault[] =>
  parametersOf(file)
    .filter((parameter) => file.cites[parameter] === undefined)
    .map((parameter) => ({ path: ['cites'], rule: 'uncited-parameter', details: { parameter } }))

/** Every parameter of a file that must name its paragraph under `cites`. */
const parametersOf = ({ inForce, parties, fallback, model, objections, quality }: RuleFile): readonly string[] => [
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
  ...(quality === undefined ? [] : ['quality']),
  ...(model.kind === 'average'
    ? ['model.cohort.by', 'model.cohort.dayZero', 'model.cohort.leftOut', 'model.level', 'model.charge']
    : ['model.freeDays']),
  ...(model.kind === 'average' && model.longStay !== undefined ? ['model.longStay'] : []),
  ...(model.kind === 'average' && model.rounding !== 'none' ? ['model.rounding'] : []),
  ...(model.kind === 'review' ? ['model.decidedBy'] : []),
  ...(model.kind === 'review' && model.startIsPlaceholder ? ['model.startIsPlaceholder'] : []),
]
