import { compileRule } from '#agreements/compile-rule.ts'
import { meetsExample } from '#agreements/examples/run-examples.ts'
import type { Path, Place } from '#agreements/faults/file-fault.ts'
import { ruleFaults } from '#agreements/faults/rule-faults.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { type RuleFile, ruleFile } from '#schemas/rule-file/rule-file.ts'
import { GONE, type Mutation, mutated, mutationsOf } from './mutate-rule.ts'

/** A change to a rule file that none of its examples notices: where, as a JSON pointer and a line, and what is written. */
export type Survivor = { readonly pointer: string; readonly line?: number; readonly was: string; readonly is: string }

/** How many of the changes to what a rule file decides its own examples notice, and the ones they do not. */
export type Coverage = { readonly mutants: number; readonly noticed: number; readonly survivors: readonly Survivor[] }

/**
 * Tries every single change to a rule file against the file's own examples. A change that gives no valid rule counts as
 * noticed: it can never be published. Of a file with more than 2 000 changes an even spread is tried. Others are let in
 * before each change; throws when the unchanged rule fails an example.
 */
export const measureCoverage = async (
  rule: Rule,
  yieldNow: () => Promise<void> = async () => {},
  placeOf?: (path: Path) => Place,
): Promise<Coverage> => {
  const { file } = rule
  const examples = [...file.examples]
  if (!examples.every((example) => meetsExample(rule, example)))
    throw new RangeError('Only the coverage of a rule that meets its own examples can be measured')
  const mutations = spread(mutationsOf(file))
  const survivors: Survivor[] = []
  for (const mutation of mutations) {
    await yieldNow()
    const mutant = compiled(rule, mutation)
    const noticing = mutant === undefined ? 0 : examples.findIndex((example) => !meetsExample(mutant, example))
    if (noticing < 0) survivors.push(survivorOf(mutation, placeOf))
    // What noticed one change often notices the next one beside it, so it is tried first.
    else examples.unshift(...examples.splice(noticing, 1))
  }
  return { mutants: mutations.length, noticed: mutations.length - survivors.length, survivors }
}

const MOST_MUTANTS = 2_000

const spread = (mutations: readonly Mutation[]): readonly Mutation[] => {
  const step = Math.ceil(mutations.length / MOST_MUTANTS)
  return mutations.filter((_, index) => index % step === 0)
}

/** The changed rule, its examples unparsed as they are the same; undefined when it is no valid rule. */
const compiled = ({ file, reference }: Rule, mutation: Mutation): Rule | undefined => {
  const { examples } = file
  const parsed = ruleFile.safeParse(mutated({ ...file, examples: examples.slice(0, 1) }, mutation))
  if (!parsed.success) return undefined
  const mutant: RuleFile = { ...parsed.data, examples }
  return ruleFaults(mutant).length > 0 ? undefined : compileRule(mutant, reference)
}

const survivorOf = ({ path, was, is }: Mutation, placeOf?: (path: Path) => Place): Survivor => ({
  pointer: path.map((step) => `/${`${String(step)}`.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  ...(placeOf === undefined ? {} : { line: placeOf(path).line }),
  was: shown(was),
  is: shown(is),
})

/** A parameter as its file writes it; an entry of a list by its name; what is taken away as `nothing`. */
const shown = (value: unknown): string => inShort(written(value))

const LONGEST = 200

const inShort = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

const written = (value: unknown): string => {
  if (value === GONE) return 'nothing'
  if (typeof value === 'string') return value
  const parts: Readonly<Record<string, unknown>> = { ...Object(value) }
  const name = ['id', 'reading', 'missing', 'from'].find((key) => typeof parts[key] === 'string')
  return name === undefined ? JSON.stringify(value) : String(parts[name])
}
