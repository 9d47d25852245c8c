import { determinationsAs } from '#agreements/differences/level-of-predecessor.ts'
import { rulesBetween } from '#agreements/differences/rules-between.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Change } from '#domain/simulation/world.ts'
import { type Case, type Evaluation, evaluateUnder } from './evaluate-under.ts'
import { type Figure, figuresIn } from './figures-in.ts'

/** A figure that is another under another rule, and the changes between the rules that move it. */
export type FigureDifference = Omit<Figure, 'value'> & {
  readonly was: string | null
  readonly is: string | null
  readonly causes: readonly Change[]
}

/**
 * The figures in which two evaluations of the same episodes differ. The causes of each are the steps on the way from one
 * rule to the other that change it; a figure that is there under one rule only is null under the other.
 */
export const figureDifferences = (
  was: Evaluation,
  is: Evaluation,
  catalog: Catalog,
  cases: readonly Case[],
): readonly FigureDifference[] => {
  const [before, after] = [figuresIn(was), figuresIn(is)]
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => shownIn(before, name) !== shownIn(after, name),
  )
  if (names.length === 0) return []
  const steps = rulesBetween(was.rule, is.rule).map(({ change, rule, level }) => {
    const determinations = level === 'was' ? determinationsAs(catalog, was.rule, rule) : catalog.determinations
    return { change, figures: figuresIn(evaluateUnder(rule, { ...catalog, determinations }, cases)) }
  })
  return names.flatMap((name) => {
    const figure = after.get(name) ?? before.get(name)
    if (figure === undefined) return []
    const { value: _, ...of } = figure
    const values = [before, ...steps.map(({ figures }) => figures)].map((figures) => shownIn(figures, name))
    const causes = steps.filter((__, index) => values[index] !== values[index + 1]).map(({ change }) => change)
    return [{ ...of, was: shownIn(before, name), is: shownIn(after, name), causes }]
  })
}

const shownIn = (figures: ReadonlyMap<string, Figure>, name: string): string | null => figures.get(name)?.value ?? null
