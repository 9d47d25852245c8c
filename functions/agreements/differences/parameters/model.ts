import type { Rule } from '#domain/agreement/rule.ts'
import type { AverageModel, Level, Model } from '#schemas/rule-file/model.ts'
import type { Text } from '#schemas/text.ts'
import { DAYS, inParts, joined, listed, say, wordsFor } from './in-words.ts'
import { levelInWords, levelWritten } from './level-in-words.ts'
import { citedBy, type Parameter, parameter } from './parameter.ts'

/** Who is liable for which days: one whole while the kind of model differs, else its parts. */
export const model = (rule: Rule): readonly Parameter[] => {
  const { kind } = rule.file.model
  const parts = partsOf(rule, rule.file.model)
  const [kindWords, partWords] = [wordsFor(kind), inParts(parts)]
  return [
    parameter(
      rule,
      'model.kind',
      say('Modellen', 'The model'),
      `${kind} (${parts.map(({ path, written }) => `${path}: ${written}`).join('; ')})`,
      {
        meaning: kind,
        words: say(`${kindWords.sv} (${partWords.sv})`, `${kindWords.en} (${partWords.en})`),
        parts,
      },
    ),
  ]
}

const partsOf = (rule: Rule, of: Model): readonly Parameter[] => {
  switch (of.kind) {
    case 'average':
      return averageParts(rule, of)
    case 'individual':
      return freeDayParts(rule, of)
    case 'review':
      return [
        ...freeDayParts(rule, of),
        word(
          rule,
          'model.startIsPlaceholder',
          say('Tidpunkten är provisorisk', 'The start is a placeholder'),
          `${of.startIsPlaceholder}`,
        ),
        parameter(rule, 'model.decidedBy', say('Den som beslutar', 'Who decides'), of.decidedBy),
      ]
  }
}

const averageParts = (
  rule: Rule,
  { cohort, level, charge, longStay, rounding }: AverageModel,
): readonly Parameter[] => [
  word(
    rule,
    'model.cohort.by',
    say('Månaden ett vårdtillfälle hör till', 'The month an episode belongs to'),
    cohort.by,
  ),
  word(rule, 'model.cohort.dayZero', say('Den som skrivs ut dag noll', 'Who leaves on day zero'), cohort.dayZero),
  word(rule, 'model.cohort.leftOut', say('Den som lämnas utanför', 'Who is left out'), cohort.leftOut),
  levelOf(rule, level),
  word(rule, 'model.charge', say('Dagarna som betalas', 'What is paid'), charge),
  ...(longStay === undefined ? [] : [longStayOf(rule, longStay)]),
  parameter(
    rule,
    'model.rounding',
    say('Avrundningen av snittet', 'The rounding of the mean'),
    rounding === 'none' ? rounding : `${rounding.mean} decimals ${rounding.mode}`,
    {
      words:
        rounding === 'none'
          ? wordsFor(rounding)
          : say(`${rounding.mean} decimaler, hälften uppåt`, `${rounding.mean} decimals, half up`),
    },
  ),
]

const levelOf = (rule: Rule, level: Level): Parameter =>
  parameter(rule, 'model.level', say('Nivån', 'The level'), typeof level === 'string' ? level : levelWritten(level), {
    meaning: levelWritten(level),
    words: levelInWords(level),
    ...(typeof level === 'string' ? { unit: DAYS } : {}),
  })

const longStayOf = (rule: Rule, { moreThan, charge }: NonNullable<AverageModel['longStay']>): Parameter => {
  const parts = [
    days(rule, 'model.longStay.moreThan', say('Gränsen för långa vårdtider', 'The limit of a long stay'), moreThan),
    word(
      rule,
      'model.longStay.charge',
      say('Dagarna som betalas för långa vårdtider', 'What is paid for long stays'),
      charge,
    ),
  ]
  return parameter(
    rule,
    'model.longStay',
    say('Regeln om långa vårdtider', 'The rule on long stays'),
    `more than ${moreThan}: ${charge}`,
    {
      meaning: 'longStay',
      words: inParts(parts),
      parts,
    },
  )
}

const freeDayParts = (
  rule: Rule,
  { freeDays, exceptions }: Extract<Model, { readonly freeDays: number }>,
): readonly Parameter[] => [
  days(rule, 'model.freeDays', say('Fristdagarna', 'The number of free days'), freeDays),
  ...exceptions.map(({ id, careTypes, discharged, freeDays: free, cites }) => {
    const path = `model.exceptions.${id}`
    const types = careTypes.toSorted()
    const [care, span] = [listed(types.map(wordsFor)), `${discharged.from}–${discharged.until}`]
    return parameter(
      rule,
      path,
      say(`Särregeln ${id}`, `The exception ${id}`),
      `${free} days, ${types.join(', ')}, ${span}`,
      {
        words: joined([say(`${free} fristdagar`, `${free} free days`), care, say(span, span)], ', ', ', '),
        ...citedBy(rule, path, cites),
      },
    )
  }),
]

const word = (rule: Rule, path: string, name: Text, value: string): Parameter =>
  parameter(rule, path, name, value, { words: wordsFor(value) })

const days = (rule: Rule, path: string, name: Text, value: number): Parameter =>
  parameter(rule, path, name, `${value}`, { unit: DAYS })
