/** A shipped rule file with one thing written otherwise, the rule it then breaks and the words on whose line it is told. */
export type Seed = {
  readonly name: string
  readonly file?: string
  readonly written: string
  readonly otherwise: string
  readonly rule: string
  /** Where what is at fault stands; what is written otherwise when absent. */
  readonly at?: string
}

export const SOMATIC = 'stockholm/somatic-stage-1.v1.yaml'
const LAST = 'stockholm/somatic-stage-3.v1.yaml'
const PSYCHIATRIC = 'stockholm/psychiatric-stage-2.v1.yaml'
const JONKOPING = 'jonkoping/agreement-stage-2.v1.yaml'
const NOTICE = '{ fact: admissionNoticeSent, operator: equal, value: true }'
const UNCLEAR = '{ fact: openCare, operator: equal, value: unclear }'

const seed = (name: string, written: string, otherwise: string, rule: string, more: Partial<Seed> = {}): Seed => ({
  name,
  written,
  otherwise,
  rule,
  ...more,
})

/** Faults that editors of rules make, or that somebody plants. */
export const seeds: readonly Seed[] = [
  // Time.
  seed('a gap between stages', 'from: 2021-11-01', 'from: 2021-11-02', 'hole-between-stages', {
    file: LAST,
    at: 'inForce:',
  }),
  seed('an overlap of stages', 'from: 2021-11-01', 'from: 2021-10-31', 'stages-overlap', {
    file: LAST,
    at: 'inForce:',
  }),
  seed('a shadowed stage', 'from: 2021-11-01', 'from: 2020-12-01\n  until: 2021-03-31', 'stage-shadowed', {
    file: LAST,
    at: 'inForce:',
  }),
  seed('an overlap of agreements', 'careTypes: [somatic]', 'careTypes: [somatic, psychiatric]', 'stages-overlap', {
    file: LAST,
    at: 'inForce:',
  }),
  seed('an overlap before an event', 'notBefore: 2021-07-01', 'notBefore: 2021-05-01', 'stages-overlap', {
    file: PSYCHIATRIC,
    at: 'inForce:',
  }),
  seed('an end before the start', 'until: 2020-10-31', 'until: 2019-10-31', 'ends-before-start'),
  seed('a start before the Act', 'from: 2020-01-01', 'from: 2017-12-31', 'starts-before-act', {
    at: 'from: 2017-12-31',
  }),
  seed(
    'a stage that ends as it begins',
    '  from: { event: psychiatric-it-support-live, notBefore: 2021-07-01 }',
    '  from: { event: live, notBefore: 2021-07-01 }\n  until: { event: live, notBefore: 2021-07-01 }',
    'never-in-force',
    { file: PSYCHIATRIC, at: '  until: { event: live' },
  ),
  seed('a date that does not exist', 'until: 2020-10-31', 'until: 2020-02-30', 'not-a-date'),

  // Codes, figures and words.
  seed('a unit outside Stockholm', 'unit: municipality', 'unit: district', 'district-outside-stockholm', {
    file: JONKOPING,
  }),
  seed('a unit that is none', 'unit: district', 'unit: parish', 'not-one-of'),
  seed('a level as a number', 'level: "2.0"', 'level: 2.0', 'not-quoted'),
  seed('a price as a number', 'amount: { national: true }', 'amount: { own: 4277.5 }', 'not-quoted', {
    at: 'amount: { own',
  }),
  seed('a price in öre', 'amount: { national: true }', 'amount: { own: "427700" }', 'amount-implausible'),
  seed('a price finer than öre', 'amount: { national: true }', 'amount: { own: "4277.005" }', 'amount-finer-than-ore'),
  seed('a level of years', 'level: "2.0"', 'level: "20.0e"', 'not-a-decimal'),
  seed('a level that no mean reaches', 'level: "2.0"', 'level: "2000"', 'level-implausible'),
  seed('a decimal comma', 'level: "2.0"', 'level: "2,0"', 'decimal-comma'),
  seed('an unquoted county', 'county: "01"', 'county: 01', 'not-quoted'),
  seed('an unquoted stage', 'stage: "1"', 'stage: 1', 'not-quoted'),
  seed('a county that is none', 'county: "01"', 'county: "02"', 'unknown-county'),
  seed(
    'a municipality elsewhere',
    'municipalities: all-in-county',
    'municipalities: ["0114", "0380"]',
    'municipality-of-another-county',
  ),
  seed(
    'a municipality twice',
    'municipalities: all-in-county',
    'municipalities: ["0114", "0114"]',
    'municipality-doubled',
  ),
  seed('another region', 'region: "01"', 'region: "03"', 'parties-of-another-region'),
  seed('a quorum beyond the parties', '{ association: true }', '{ atLeast: 27 }', 'more-signatories-than-parties'),

  // Citations and names.
  seed('a dangling paragraph', '  unit: agreement#somatic', '  unit: agreement#nothing', 'dangling-citation'),
  seed('a parameter without a paragraph', '  model.charge: ', '  model.charged: ', 'uncited-parameter', {
    at: 'cites:\n  ',
  }),
  seed('a statement named twice', 'id: open-care-unclear', 'id: open-care-unavailable #2', 'name-doubled'),
  seed('an unknown property', 'fallback: act', 'fallbacks: act', 'unknown-property'),
  seed('a property that is missing', '  charge: excess\n', '', 'missing-property', { at: 'model:\n' }),
  seed('a duplicate key', 'fallback: act', 'fallback: act\nfallback: act # again', 'duplicate-key', {
    at: 'fallback: act # again',
  }),
  seed(
    'a reading named twice',
    '      - { reading: all-days,',
    '      - { reading: all-days, set: { model.level: "3.0" } }\n      - { reading: all-days,',
    'reading-doubled',
    {
      at: '      - { reading: all-days, set: { model.charge',
    },
  ),
  seed('a reading that is the shipped one', '{ reading: all-days,', '{ reading: excess,', 'reading-is-shipped'),
  seed(
    'a reading that changes nothing',
    '{ model.charge: all-days }',
    '{ model.charge: excess }',
    'reading-changes-nothing',
  ),
  seed(
    'a reading that gives no model',
    '{ model.charge: all-days }',
    '{ model.discount: 3 }',
    'reading-gives-no-model',
  ),

  // Conditions.
  seed('an unknown fact', NOTICE, '{ fact: age, operator: equal, value: true }', 'not-one-of'),
  seed('an unknown operator', UNCLEAR, '{ fact: openCare, operator: matches, value: unclear }', 'not-one-of'),
  seed('a regular expression', UNCLEAR, '{ fact: openCare, operator: regex, value: "u.*" }', 'not-one-of'),
  seed(
    'an operator for another fact',
    NOTICE,
    '{ fact: admissionNoticeSent, operator: lessThan, value: 3 }',
    'operator-does-not-fit-fact',
  ),
  seed(
    'an operand of another type',
    NOTICE,
    '{ fact: admissionNoticeSent, operator: equal, value: 7 }',
    'value-does-not-fit-fact',
  ),
  seed('an empty all', NOTICE, '{ all: [] }', 'too-few'),
  seed(
    'a path in a condition',
    NOTICE,
    '{ fact: admissionNoticeSent, operator: equal, value: true, path: $.x }',
    'unknown-property',
  ),
  seed('a negated condition', NOTICE, `{ not: ${NOTICE} }`, 'unknown-property'),
  seed(
    'a contradictory condition',
    UNCLEAR,
    `{ all: [${UNCLEAR}, { fact: openCare, operator: equal, value: available }] }`,
    'condition-never-holds',
  ),
  seed(
    'numbers that contradict each other',
    UNCLEAR,
    '{ all: [{ fact: planningCallDelayDays, operator: greaterThan, value: 3 }, { fact: planningCallDelayDays, operator: lessThan, value: 4 }] }',
    'condition-never-holds',
  ),
  seed(
    'a late call that was not sent',
    UNCLEAR,
    '{ all: [{ fact: planningCalled, operator: equal, value: false }, { fact: planningCallDelayDays, operator: greaterThan, value: 3 }] }',
    'condition-never-holds',
  ),
  seed(
    'a condition that always holds',
    UNCLEAR,
    '{ any: [{ fact: servicesRefused, operator: equal, value: true }, { fact: servicesRefused, operator: equal, value: false }] }',
    'condition-always-holds',
  ),

  // Examples.
  seed('an example that contradicts its rule', 'average: "2.0000"', 'average: "2.1000"', 'example-fails'),
  seed('an example with an endless stay', 'readyDays: [', 'readyDays: [401, ', 'too-large'),

  // YAML.
  seed('a YAML bomb', 'fallback: act', 'a: &a [x, x]\nb: &b [*a, *a]\nfallback: act', 'alias', { at: 'b: &b [*a' }),
  seed('an alias loop', 'fallback: act', 'loop: &loop [*loop]\nfallback: act', 'alias'),
  seed('a tag', 'level: "2.0"', 'level: !!str "2.0"', 'tag'),
  seed('a merge key', 'fallback: act', '<<: { fallback: act }', 'merge-key'),
  seed('a second document', 'examples:', '---\nexamples:', 'second-document'),
  seed('a directive', 'schema: "1"', '%YAML 1.1\n---\nschema: "1"', 'directive'),
  seed('a tab for indentation', 'clock:\n  starts', 'clock:\n\tstarts', 'tab', { at: '\tstarts' }),
  seed('a person’s number in a comment', 'fallback: act', 'fallback: act # 19491002-9802', 'identity-number'),
  seed('a control character', 'fallback: act', 'fallback: a\u0000ct', 'control-character'),
  seed('text written backwards', 'fallback: act', 'fallback: act # \u202Egnihton', 'control-character'),
  seed('a colon in a value', 'fallback: act', 'fallback: act: stage', 'needs-quotes'),
  seed('a quote that is not closed', 'level: "2.0"', 'level: "2.0', 'missing-sign', { at: '' }),
  seed('deep nesting', 'fallback: act', `fallback: ${'['.repeat(40)}`, 'nested-too-deep'),
  seed('a key that is a list', 'fallback: act', '? [fallback]\n: act', 'complex-key'),
]
