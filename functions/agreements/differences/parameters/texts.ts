import type { Rule } from '#domain/agreement/rule.ts'
import { say } from './in-words.ts'
import { type Parameter, wording } from './parameter.ts'

/** What explains a rule and decides nothing: its title, what it quotes, what it cannot compute, and its examples. */
export const texts = ({ file }: Rule): readonly Parameter[] => [
  wording('title', say('Namnet', 'The title'), `${file.title.sv} / ${file.title.en}`),
  ...file.unknownPeriods.map(({ from, until, why }) =>
    wording(
      `unknownPeriods.${from ?? ''}--${until}.why`,
      say(`Förklaringen till den okända tiden till ${until}`, `The explanation of the unknown time until ${until}`),
      why,
    ),
  ),
  ...file.notComputable.map(({ paragraph, why }) =>
    wording(
      `notComputable.${paragraph}`,
      say(`Det som inte räknas ur ${paragraph}`, `What is not computed of ${paragraph}`),
      `${why.sv} / ${why.en}`,
    ),
  ),
  ...file.sources.flatMap(({ id, title, document, paragraphs }) => [
    wording(`sources.${id}`, say(`Källan ${id}`, `The source ${id}`), `${title} ${inOrder(document ?? {})}`),
    ...Object.entries(paragraphs).map(([key, { label, text, confidence }]) =>
      wording(
        `sources.${id}.${key}`,
        say(`Citatet av ${label}`, `The quotation of ${label}`),
        `${label}: ${text} (${confidence})`,
      ),
    ),
  ]),
  ...file.examples.map((example) =>
    wording(
      `examples.${example.name}`,
      say(`Exemplet ”${example.name}”`, `The example “${example.name}”`),
      inOrder(example),
    ),
  ),
]

/** JSON in which the order of the keys makes no difference. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
