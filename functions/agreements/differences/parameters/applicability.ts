import type { Rule } from '#domain/agreement/rule.ts'
import type { InForce, RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Text } from '#schemas/text.ts'
import { listed, say, wordsFor } from './in-words.ts'
import { citedBy, type Parameter, parameter } from './parameter.ts'

/** When, for whom and for which care a rule holds. */
export const applicability = (rule: Rule): readonly Parameter[] => {
  const { inForce, careTypes, county, unit, liable, fallback } = rule.file
  return [
    boundary(rule, 'inForce.from', say('Den första dagen', 'The first day'), inForce.from),
    ...(inForce.until === undefined
      ? []
      : [boundary(rule, 'inForce.until', say('Den sista dagen', 'The last day'), inForce.until)]),
    ...rule.file.unknownPeriods.map((period) => unknownPeriod(rule, period)),
    words(rule, 'careTypes', say('Vården som omfattas', 'The care that is covered'), careTypes.toSorted()),
    ...(county === undefined ? [] : [parameter(rule, 'county', say('Länet', 'The county'), county)]),
    ...partiesOf(rule),
    words(rule, 'unit', say('Enheten som betalar', 'The unit that pays'), [unit]),
    words(rule, 'liable', say('Betalningsansvarig kommun', 'The liable municipality'), [liable.join(', ')]),
    ...(fallback === undefined
      ? []
      : [words(rule, 'fallback', say('Det som annars gäller', 'What applies otherwise'), [fallback])]),
  ]
}

const words = (rule: Rule, path: string, name: Text, values: readonly string[]): Parameter =>
  parameter(rule, path, name, values.join(', '), { words: listed(values.map(wordsFor)) })

const boundary = (rule: Rule, path: string, name: Text, on: InForce['from']): Parameter => {
  if (typeof on === 'string') return parameter(rule, path, name, on)
  const { event, notBefore } = on
  return parameter(rule, path, name, `event ${event} not before ${notBefore}`, {
    words: say(
      `beror av händelsen ${event}, tidigast ${notBefore}`,
      `depends on the event ${event}, not before ${notBefore}`,
    ),
  })
}

const unknownPeriod = (rule: Rule, { from, until, careTypes, missing, cites }: RuleFile['unknownPeriods'][number]) => {
  const path = `unknownPeriods.${from ?? ''}--${until}`
  const care = careTypes.toSorted()
  const types = listed(care.map(wordsFor))
  return parameter(
    rule,
    path,
    say(`Den okända tiden till ${until}`, `The unknown time until ${until}`),
    `${missing} (${care.join(', ')})`,
    {
      words: say(`${missing}, ${types.sv}`, `${missing}, ${types.en}`),
      ...citedBy(rule, path, cites),
    },
  )
}

const partiesOf = (rule: Rule): readonly Parameter[] => {
  const { parties } = rule.file
  if (parties === undefined) return []
  const { region, municipalities, signing } = parties
  const municipalityCodes = typeof municipalities === 'string' ? [municipalities] : municipalities.toSorted()
  const { municipalities: signers } = signing
  const ofMunicipalities = 'association' in signers ? 'association' : `at least ${signers.atLeast}`
  return [
    parameter(rule, 'parties.region', say('Regionen som är part', 'The region that is a party'), region),
    words(
      rule,
      'parties.municipalities',
      say('Kommunerna som är parter', 'The group of municipalities that are parties'),
      municipalityCodes,
    ),
    parameter(
      rule,
      'parties.signing.region',
      say('Regionens underskrifter', 'The signing by the region'),
      `${signing.region}`,
    ),
    parameter(
      rule,
      'parties.signing.municipalities',
      say('Kommunernas underskrifter', 'The signing by the municipalities'),
      ofMunicipalities,
      {
        words:
          'association' in signers
            ? say('deras förbund', 'their association')
            : say(`minst ${signers.atLeast} kommuner`, `at least ${signers.atLeast} municipalities`),
      },
    ),
  ]
}
