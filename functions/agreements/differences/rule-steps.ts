import type { Rule } from '#domain/agreement/rule.ts'
import { type Difference, differencesBetween } from './differences.ts'

/** A part of the file that is taken over as one, and the differences that this makes. */
export type RuleStep = { readonly part: string; readonly differences: readonly Difference[] }

/**
 * The sections that can change what anyone pays, in the order in which their changes are made: first when and to whom
 * the rule applies, then how days are counted, who is left out, which days are paid, their price and their billing.
 */
export const FIGURE_SECTIONS: readonly string[] = [
  'inForce',
  'unknownPeriods',
  'careTypes',
  'county',
  'parties',
  'unit',
  'clock',
  'preconditions',
  'exclusions',
  'model',
  'amount',
  'billing',
]

/** The steps from one rule to another, in the order of {@link FIGURE_SECTIONS}; differences that change no figure make none. */
export const stepsBetween = (was: Rule, is: Rule): readonly RuleStep[] => {
  const parts = new Map<string, Difference[]>()
  for (const difference of differencesBetween(was, is)) {
    const part = partOf(difference)
    if (part !== undefined) parts.set(part, [...(parts.get(part) ?? []), difference])
  }
  return [...parts]
    .map(([part, differences]) => ({ part, differences }))
    .sort((a, b) => rankOf(a.part) - rankOf(b.part))
}

const rankOf = (part: string): number => FIGURE_SECTIONS.indexOf(part.split('.')[0] ?? '')

/** The least part of a file that can be taken over with a difference; undefined where it changes no figure. */
const partOf = ({ kind, parameter }: Difference): string | undefined => {
  const [section = '', name = '', ...rest] = parameter.split('.')
  if (kind === 'wording' || !FIGURE_SECTIONS.includes(section) || WITHOUT_FIGURES.includes(`${section}.${name}`))
    return undefined
  switch (section) {
    case 'inForce':
    case 'clock':
      return parameter
    case 'preconditions':
    case 'exclusions':
      return `${section}.${name}`
    case 'model':
      return name === 'kind' ? 'model' : ['model', name, ...rest].join('.')
    default:
      return section
  }
}

const WITHOUT_FIGURES: readonly string[] = ['parties.signing', 'model.decidedBy', 'model.startIsPlaceholder']
