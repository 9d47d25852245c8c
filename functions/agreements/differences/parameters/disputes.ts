import type { Rule } from '#domain/agreement/rule.ts'
import { joined, say } from './in-words.ts'
import { citedBy, type Parameter, parameter, wording } from './parameter.ts'

/** Whom a dispute about an episode comes to, one after the other. */
export const disputeLadder = (rule: Rule): readonly Parameter[] => {
  const { disputes } = rule.file
  if (disputes === undefined) return []
  const { ladder, cites } = disputes
  const path = 'disputes.ladder'
  const name = say('Tvistetrappan', 'The dispute ladder')
  return [
    parameter(rule, path, name, ladder.map(({ id }) => id).join(', '), {
      words: joined(
        ladder.map(({ title }) => title),
        ', ',
        ', ',
      ),
      ...citedBy(rule, 'disputes', cites),
    }),
    ...ladder.map(({ id, title }) =>
      wording(
        `${path}.${id}`,
        say(`Namnet på steget ${id} i tvistetrappan`, `The title of the step ${id} of the dispute ladder`),
        `${title.sv} / ${title.en}`,
      ),
    ),
  ]
}
