import { runExamples } from '#agreements/examples/run-examples.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { Text } from '#schemas/text.ts'
import type { PathFault } from './file-fault.ts'

/** Every expectation of a rule's own examples that it does not meet, with what the rule gives instead. */
export const exampleFaults = (rule: Rule): readonly PathFault[] =>
  rule.file.examples.flatMap((example, index): readonly PathFault[] => {
    try {
      return runExamples({ ...rule, file: { ...rule.file, examples: [example] } }).map(({ expectation, actual }) => ({
        path: ['examples', index, 'expect', expectation],
        rule: 'example-fails',
        details: { given: inWords(actual) },
      }))
    } catch {
      // Times that contradict each other in ways that only the calendar's own code can tell.
      return [{ path: ['examples', index], rule: 'example-cannot-run' }]
    }
  })

/** What the rule gives; of names, which the file itself has chosen, only how many. */
const inWords = (actual: unknown): Text => {
  if (Array.isArray(actual)) return { sv: `${actual.length} poster`, en: `${actual.length} entries` }
  if (actual === null || actual === undefined) return { sv: 'inget', en: 'nothing' }
  if (typeof actual === 'object') return { sv: 'andra dagar', en: 'other days' }
  return { sv: `${actual}`, en: `${actual}` }
}
