import type { Rule } from '#domain/agreement/rule.ts'
import { listed, quoted, say, wordsFor } from './in-words.ts'
import { citedBy, type Parameter, parameter, wording } from './parameter.ts'

/** What the text leaves open: the reading that is shipped, and the others. */
export const questions = (rule: Rule): readonly Parameter[] =>
  rule.file.openQuestions.map(({ id, question, cites, shipped, alternatives, closedBy }) => {
    const path = `openQuestions.${id}`
    const cited = citedBy(rule, path, cites)
    const { sv, en } = quoted(question)
    const readings = alternatives.map(({ reading, set }) => `${reading} (${written(set)})`).sort()
    const parts = [
      parameter(rule, `${path}.shipped`, say(`Läsningen av ${id}`, `The reading of ${id}`), shipped, {
        words: wordsFor(shipped),
        ...cited,
      }),
      parameter(
        rule,
        `${path}.alternatives`,
        say(`De andra läsningarna av ${id}`, `The list of other readings of ${id}`),
        readings.join(', '),
        {
          words: listed(alternatives.map(({ reading }) => wordsFor(reading))),
          ...cited,
        },
      ),
      wording(`${path}.question`, say(`Frågan ${id}`, `The question ${id}`), `${question.sv} / ${question.en}`),
      wording(`${path}.closedBy`, say(`Den som avgör frågan ${id}`, `Who closes the question ${id}`), closedBy),
    ]
    return parameter(
      rule,
      path,
      say(`Den öppna frågan ${sv}`, `The open question ${en}`),
      [shipped, ...readings].join(', '),
      {
        meaning: id,
        words: wordsFor(shipped),
        parts,
        ...cited,
      },
    )
  })

const written = (set: Readonly<Record<string, unknown>>): string =>
  Object.entries(set)
    .map(([path, value]) => `${path}: ${value}`)
    .sort()
    .join(', ')
