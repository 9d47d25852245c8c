import { compileRule } from '#agreements/compile-rule.ts'
import { ruleFaults } from '#agreements/faults/rule-faults.ts'
import type { Rule, RuleReference } from '#domain/agreement/rule.ts'
import type { Change } from '#domain/simulation/world.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'
import type { Difference } from './differences.ts'
import { type Content, withPart } from './file-part.ts'
import { say } from './parameters/in-words.ts'
import { withPrefixedSources } from './prefixed-sources.ts'
import { FIGURE_SECTIONS, type RuleStep, stepsBetween } from './rule-steps.ts'

/** A rule on the way from one to another; `level` tells whose level it has. */
export type Between = { readonly change: Change; readonly rule: Rule; readonly level: 'was' | 'is' }

/**
 * The rules on the way from one rule to another, each a step further, the last being the other itself. All bear its
 * reference. A step whose half-way rule is not valid, or not `sound` to the caller, is made together with the next.
 */
export const rulesBetween = (was: Rule, is: Rule, sound: (rule: Rule) => boolean = () => true): readonly Between[] => {
  const steps = stepsBetween(was, is)
  const found: Between[] = []
  let [content, pending]: [Content, readonly RuleStep[]] = [halfWay(was, is), []]
  for (const [index, step] of steps.entries()) {
    content = withPart(content, is.file, step.part)
    pending = [...pending, step]
    const rule = index === steps.length - 1 ? is : ruleOf(content, is.reference)
    if (rule === undefined || (rule !== is && !sound(rule))) continue
    found.push({ change: changeOf(pending), rule, level: steps.slice(index + 1).some(movesLevel) ? 'was' : 'is' })
    pending = []
  }
  return found.length > 0 ? found : [{ change: unchanged, rule: is, level: 'is' }]
}

/** The other's file with everything that decides figures as it was. What decides none, and could fault it, is left out. */
const halfWay = (was: Rule, is: Rule): Content => {
  const before = withPrefixedSources(was.file)
  const quoting = { ...is.file, sources: [...is.file.sources, ...asList(before.sources)], flags: [], openQuestions: [] }
  return FIGURE_SECTIONS.reduce<Content>((content, section) => withPart(content, before, section), quoting)
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const ruleOf = (content: Content, reference: RuleReference): Rule | undefined => {
  const parsed = ruleFile.safeParse(content)
  if (!parsed.success || ruleFaults(parsed.data).length > 0) return undefined
  return compileRule(parsed.data, reference)
}

const movesLevel = ({ part }: RuleStep): boolean => part === 'model' || part === 'model.level'

const changeOf = (steps: readonly RuleStep[]): Change => {
  const differences = steps.flatMap((step) => step.differences)
  const [only, ...others] = differences
  if (only !== undefined && others.length === 0) return changeIn(only)
  const texts = differences.map(({ text }) => text)
  return {
    parameter: steps
      .map(({ part, differences: [first, second] }) => (second === undefined ? first?.parameter : part) ?? part)
      .join(', '),
    was: together(differences.map((difference) => difference.was)),
    is: together(differences.map((difference) => difference.is)),
    cites: cited(differences),
    text: say(texts.map(({ sv }) => sv).join(' '), texts.map(({ en }) => en).join(' ')),
  }
}

const changeIn = ({ parameter, was, is, cites, text }: Difference): Change => ({ parameter, was, is, cites, text })

const cited = (differences: readonly Difference[]): Change['cites'] => {
  const [was, is] = [
    together(differences.map(({ cites }) => cites.was)),
    together(differences.map(({ cites }) => cites.is)),
  ]
  return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }
}

const together = (parts: readonly (string | undefined)[]): string | undefined => {
  const said = parts.filter((part) => part !== undefined)
  return said.length === 0 ? undefined : [...new Set(said)].join('; ')
}

const unchanged: Change = {
  parameter: 'version',
  was: undefined,
  is: undefined,
  cites: {},
  text: say('Inget som räknas ändras.', 'Nothing that is computed changes.'),
}
