import type { Rule } from '#domain/agreement/rule.ts'
import type { Condition } from '#schemas/rule-file/condition.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Text } from '#schemas/text.ts'
import { conditionInWords } from './condition-in-words.ts'
import { quoted, say, small } from './in-words.ts'
import { citedBy, type Parameter, parameter, wording } from './parameter.ts'
import { conditionWritten, plainCondition } from './plain-condition.ts'

/** What must hold before anyone pays. */
export const preconditions = (rule: Rule): readonly Parameter[] =>
  rule.file.preconditions.map(({ holds, otherwise, ...precondition }) =>
    statement(rule, 'preconditions', KINDS.preconditions, precondition, { name: 'holds', condition: holds }, [
      wording(
        `preconditions.${precondition.id}.otherwise`,
        say('Skälet när förutsättningen inte är uppfylld', 'The reason when the precondition does not hold'),
        `${otherwise.id}: ${bothOf(otherwise.text)}`,
      ),
    ]),
  )

/** What leaves an episode out. */
export const exclusions = (rule: Rule): readonly Parameter[] =>
  rule.file.exclusions.map(({ when, ...exclusion }) =>
    statement(rule, 'exclusions', KINDS.exclusions, exclusion, { name: 'when', condition: when }),
  )

/** What is worth saying of an episode. */
export const flags = (rule: Rule): readonly Parameter[] =>
  rule.file.flags.map(({ when, ...flag }) =>
    statement(rule, 'flags', KINDS.flags, flag, { name: 'when', condition: when }),
  )

const KINDS = {
  preconditions: say('Förutsättningen', 'The precondition'),
  exclusions: say('Undantaget', 'The exclusion'),
  flags: say('Upplysningen', 'The flag'),
}

type Stated = Pick<RuleFile['flags'][number], 'id' | 'cites' | 'text'>

const statement = (
  rule: Rule,
  list: keyof typeof KINDS,
  kind: Text,
  { id, cites, text }: Stated,
  { name, condition }: { readonly name: string; readonly condition: Condition },
  more: readonly Parameter[] = [],
): Parameter => {
  const path = `${list}.${id}`
  const plain = plainCondition(condition)
  const [cited, called] = [citedBy(rule, path, cites), named(kind, text)]
  const [written, words] = [conditionWritten(plain), conditionInWords(plain)]
  const ofCondition = say(`Villkoret för ${small(called.sv)}`, `The condition of ${small(called.en)}`)
  const parts = [
    parameter(rule, `${path}.${name}`, ofCondition, written, { words, ...cited }),
    wording(
      `${path}.text`,
      say(`Texten till ${small(kind.sv)} ${id}`, `The text of ${small(kind.en)} ${id}`),
      bothOf(text),
    ),
    ...more,
  ]
  return parameter(rule, path, called, written, { meaning: id, words, parts, ...cited })
}

const named = (kind: Text, text: Text): Text => {
  const { sv, en } = quoted(text)
  return say(`${kind.sv} ${sv}`, `${kind.en} ${en}`)
}

const bothOf = ({ sv, en }: Text): string => `${sv} / ${en}`
