import type { Alternative, Rule, RuleReference, Test } from '#domain/agreement/rule.ts'
import { type Model, model as modelSchema } from '#schemas/rule-file/model.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'

/** A rule ready to decide, from a file that has passed {@link citationFaults} and {@link alternativeFaults}. */
export const compileRule = (file: RuleFile, reference: RuleReference): Rule => {
  const cite = (citation: string): string => labelOf(file, citation) ?? citation
  return {
    reference,
    file,
    cite,
    obstacles: [
      ...file.preconditions.map(
        ({ cites, holds, otherwise }): Test => ({
          statement: { id: otherwise.id, cites: cite(cites), text: otherwise.text },
          condition: holds,
          holdsWhen: false,
        }),
      ),
      ...file.exclusions.map((exclusion) => metTest(exclusion, cite)),
    ],
    flags: file.flags.map((flag) => metTest(flag, cite)),
    alternatives: file.openQuestions.flatMap(({ id, alternatives }) =>
      alternatives.map(
        ({ reading, set }): Alternative => ({ question: id, reading, model: modelWith(file.model, set) }),
      ),
    ),
  }
}

/** The label of a cited paragraph; undefined when the file does not quote it. */
export const labelOf = ({ sources }: RuleFile, citation: string): string | undefined => {
  const [source = '', paragraph = ''] = citation.split('#')
  return sources.find(({ id }) => id === source)?.paragraphs[paragraph]?.label
}

/** A model with parameters set by their paths under `model.`; throws a ZodError when that is no model. */
export const modelWith = (model: Model, set: Readonly<Record<string, unknown>>): Model => {
  const changed: unknown = structuredClone(model)
  for (const [path, value] of Object.entries(set)) setAt(changed, path.split('.').slice(1), value)
  return modelSchema.parse(changed)
}

const setAt = (target: unknown, [step, ...rest]: readonly string[], value: unknown): void => {
  if (typeof target !== 'object' || target === null || step === undefined || !Object.hasOwn(target, step))
    throw new RangeError('The path names no parameter of the model')
  const record = target as Record<string, unknown>
  if (rest.length === 0) record[step] = value
  else setAt(record[step], rest, value)
}

const metTest = (
  { id, cites, text, when }: RuleFile['exclusions'][number],
  cite: (citation: string) => string,
): Test => ({ statement: { id, cites: cite(cites), text }, condition: when, holdsWhen: true })
