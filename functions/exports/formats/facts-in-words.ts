import { counties } from '#schemas/reference/counties.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import { stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import type { Block } from '#schemas/statistics/column.ts'
import type { ExportFacts } from '#schemas/statistics/export-facts.ts'

/** Something told of an export: what it is called, and what it is, in Swedish. */
export type Told = { readonly label: string; readonly text: string }

/** All facts of an export in Swedish, in the order in which they are shown. */
export const factsInWords = (facts: ExportFacts): readonly Told[] => [
  { label: 'Export', text: facts.id },
  { label: 'Region', text: regionInWords(facts) },
  { label: 'Månad', text: facts.month },
  { label: 'Omfattar', text: audienceInWords(facts) },
  { label: 'Utgåva', text: `${facts.revision}` },
  { label: 'Visar vad som var känt', text: knownAtInWords(facts) },
  ...rulesInWords(facts).map((text) => ({ label: 'Regel', text })),
  ...definitionsInWords(facts).map((text) => ({ label: 'Definition', text })),
  { label: 'Dolda uppgifter', text: suppressionInWords(facts) },
]

/** The region by code and name, such as `01 Stockholm`. */
export const regionInWords = ({ region }: ExportFacts): string => named(region, counties[region])

/** Whose figures an export holds. */
export const audienceInWords = ({ audience }: ExportFacts): string => {
  if (audience === 'all') return 'alla i regionen, exakta uppgifter'
  if (audience === 'protected') return 'alla i regionen, uppgifter om få personer är dolda'
  const name = municipalities[audience] ?? stockholmDistricts.find(({ district }) => district === audience)?.name
  return named(audience, name)
}

/** The instant as `2020-04-15 kl. 08:00:00.000 UTC`. */
export const knownAtInWords = ({ knownAt }: ExportFacts): string =>
  `${knownAt.replace('T', ' kl. ').replace(/Z$/, ' UTC')}`

/** The rule versions, a line each. */
export const rulesInWords = ({ rules }: ExportFacts): readonly string[] =>
  rules.map(
    ({ agreement, stage, version, sha256 }) => `${agreement}, etapp ${stage}, version ${version} (SHA-256 ${sha256})`,
  )

/** The versions of the definitions, a line each. */
export const definitionsInWords = ({ definitions }: ExportFacts): readonly string[] =>
  definitions.map(({ id, version, sha256 }) => `${id}, version ${version} (SHA-256 ${sha256})`)

/** What is hidden, or that nothing is. */
export const suppressionInWords = ({ suppression }: ExportFacts): string =>
  suppression === null
    ? 'Inget är dolt, alla uppgifter är exakta.'
    : `Små tal är dolda för att skydda enskilda: gränsen är ${suppression.threshold}, och ${suppression.hiddenCells} celler är dolda.`

/** What each block of figures that are hidden together is about. */
export const blockInWords: Readonly<Record<Block, string>> = {
  stays: 'vårdtillfällen',
  liability: 'betalningsansvar',
  'left-out': 'utanför beräkningen',
  undetermined: 'ej avgjorda',
  'without-notice': 'utan underrättelse',
  readmissions: 'återinskrivningar',
}

const named = (code: string, name: string | undefined): string => (name === undefined ? code : `${code} ${name}`)
