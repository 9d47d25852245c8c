import { modelWith } from '#agreements/compile-rule.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Path, PathFault } from './file-fault.ts'
import { doubledAmong } from './statement-faults.ts'

/** What is wrong with the open questions: each must have a name of its own, and readings that differ from what is shipped. */
export const readingFaults = ({ openQuestions, model }: RuleFile): readonly PathFault[] => [
  ...doubledAmong(
    openQuestions.map(({ id }, index) => [id, ['openQuestions', index, 'id']] as const),
    'question-doubled',
  ),
  ...tooManyReadings(openQuestions),
  ...openQuestions.flatMap(({ shipped, alternatives }, question) => {
    const pathTo = (index: number, name: string): Path => ['openQuestions', question, 'alternatives', index, name]
    return [
      ...doubledAmong(
        alternatives.map(({ reading }, index) => [reading, pathTo(index, 'reading')] as const),
        'reading-doubled',
      ),
      ...alternatives.flatMap(({ reading, set }, index): readonly PathFault[] => [
        ...(reading === shipped ? [{ path: pathTo(index, 'reading'), rule: 'reading-is-shipped' } as const] : []),
        ...modelFaults(model, set, pathTo(index, 'set')),
      ]),
    ]
  }),
]

/** As many readings as all examples, and every liability, can be worked out under. */
const MOST_READINGS = 20

const tooManyReadings = (questions: RuleFile['openQuestions']): readonly PathFault[] =>
  questions.reduce((sum, { alternatives }) => sum + alternatives.length, 0) > MOST_READINGS
    ? [{ path: ['openQuestions'], rule: 'too-many-readings', details: { most: MOST_READINGS } }]
    : []

const modelFaults = (
  model: RuleFile['model'],
  set: Parameters<typeof modelWith>[1],
  path: Path,
): readonly PathFault[] => {
  try {
    const isSame = JSON.stringify(modelWith(model, set)) === JSON.stringify(model)
    return isSame ? [{ path, rule: 'reading-changes-nothing' }] : []
  } catch {
    return [{ path, rule: 'reading-gives-no-model' }]
  }
}
