import { stringify } from 'yaml'

/** What matters of an agreement of a county that has none of its own, such as 17; the rest is as small as the proof allows. */
export type Agreed = {
  readonly agreement?: string
  readonly stage?: string
  readonly county?: string
  readonly from?: string
  readonly until?: string
  readonly level?: unknown
  readonly charge?: 'excess' | 'all-days'
  readonly careTypes?: readonly string[]
  readonly signing?: unknown
  /** Any part of the file, in place of what is there. */
  readonly parts?: Readonly<Record<string, unknown>>
}

/** The YAML of an average agreement over 2.0 days from 2020-01-01, charging the excess, that switches nothing of the Act off. */
export const anAgreement = (agreed: Agreed = {}): string => {
  const {
    county = '17',
    agreement = `county-${county}`,
    stage = '1',
    from = '2020-01-01',
    until,
    level = '2.0',
  } = agreed
  const { signing = { region: 1, municipalities: { association: true } } } = agreed
  const { charge = 'excess', careTypes = ['somatic', 'psychiatric'], parts = {} } = agreed
  return stringify(
    {
      schema: '1',
      agreement,
      stage,
      title: { sv: 'Påhittad överenskommelse', en: 'A made-up agreement' },
      county,
      parties: { region: county, municipalities: 'all-in-county', signing },
      careTypes,
      inForce: { from, ...(until === undefined ? {} : { until }) },
      fallback: 'act',
      sources: [text],
      cites: Object.fromEntries(
        [...PARAMETERS, ...(until === undefined ? [] : ['inForce.until'])].map((parameter) => [parameter, 'text#one']),
      ),
      unit: 'municipality',
      liable: ['placing', 'registered'],
      clock: { starts: 'readiness-notice-sent', days: 'calendar', periods: 'sum' },
      preconditions: [
        precondition('admission-notice-sent', { fact: 'admissionNoticeSent', operator: 'equal', value: true }),
        precondition('planning-called', {
          any: [
            { fact: 'compulsoryOpenPsychiatricCare', operator: 'equal', value: true },
            { fact: 'planningNeeded', operator: 'equal', value: false },
            { fact: 'planningCallDelayDays', operator: 'lessThanInclusive', value: 3 },
          ],
        }),
      ],
      exclusions: [
        {
          id: 'open-care-missing',
          cites: 'text#one',
          text: sentence,
          when: { fact: 'openCare', operator: 'in', value: ['unavailable', 'unclear'] },
        },
      ],
      model: {
        kind: 'average',
        cohort: { by: 'discharge-month', dayZero: 'in-mean', leftOut: 'leaves-mean' },
        level,
        charge,
      },
      amount: { national: true },
      billing: [{ from, status: 'active', cites: 'text#one' }],
      examples: [
        { name: 'nobody', month: from.slice(0, 7), readyDays: [], expect: { episodes: 0 } },
        { name: 'in force from its first day', on: from, careType: careTypes[0], expect: { governs: true } },
      ],
      ...parts,
    },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', aliasDuplicateObjects: false },
  )
}

const sentence = { sv: 'En mening.', en: 'A sentence.' }
const text = {
  id: 'text',
  title: 'Påhittad överenskommelse',
  paragraphs: { one: { label: 'Påhittad överenskommelse, 1 §', text: 'Ord.' } },
}

const precondition = (id: string, holds: unknown) => ({
  id,
  cites: 'text#one',
  text: sentence,
  holds,
  otherwise: { id: `not-${id}`, text: sentence },
})

const PARAMETERS = [
  ...['parties', 'fallback', 'unit', 'liable', 'careTypes', 'inForce.from'],
  ...['clock.starts', 'clock.days', 'clock.periods', 'amount'],
  ...['model.kind', 'model.cohort.by', 'model.cohort.dayZero', 'model.cohort.leftOut', 'model.level', 'model.charge'],
]
