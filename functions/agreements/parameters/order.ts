/** The order in which differences are told: what applies when and to whom, how days are counted, who pays, the price, the words. */
const SECTIONS = [
  'inForce',
  'unknownPeriods',
  'careTypes',
  'county',
  'parties',
  'unit',
  'liable',
  'fallback',
  'clock',
  'preconditions',
  'exclusions',
  'model',
  'amount',
  'billing',
  'flags',
  'openQuestions',
  'cites',
  'title',
  'notComputable',
  'sources',
  'examples',
]

/** Where the section of a path stands among the others. */
export const rankOf = (path: string): number => SECTIONS.indexOf(path.split('.')[0] ?? '')
