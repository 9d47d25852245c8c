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
  'model.kind',
  'model.freeDays',
  'model.exceptions',
  'model.cohort',
  'model.longStay',
  'model.rounding',
  'model.level',
  'model.charge',
  'amount',
  'billing',
  'objections',
  'quality',
  'flags',
  'openQuestions',
  'cites',
  'title',
  'notComputable',
  'sources',
  'examples',
]

/** Where a path, or the section that it lies in, stands among the others. */
export const rankOf = (path: string): number => {
  const [section = '', name = ''] = path.split('.')
  const own = SECTIONS.indexOf(`${section}.${name}`)
  return own < 0 ? SECTIONS.indexOf(section) : own
}
