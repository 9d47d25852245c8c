import type { World } from '#domain/simulation/world.ts'
import { counties } from '#schemas/reference/counties.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import type { SimulatedUnitMonth, SimulationSummary } from '#schemas/simulation.ts'
import type { Language, Text } from '#schemas/text.ts'
import { changeLines } from './change-lines.ts'
import { changedWords, deltaWords, figuresWords, sumWords } from './figure-words.ts'

/** What is tried, and where and when. */
export type Tried = {
  readonly agreement: string
  readonly stage: string
  readonly region: string
  readonly from: string
  readonly to: string
}

/** The first line: what is tried on which months. */
export const headLine = ({ agreement, stage, region, from, to }: Tried, language: Language): string => {
  const county = `${region} ${counties[region] ?? ''}`.trim()
  return {
    sv: `${agreement}, etapp ${stage}, prövad på län ${county}, ${from} till ${to}`,
    en: `${agreement}, stage ${stage}, tried on county ${county}, ${from} to ${to}`,
  }[language]
}

/** What changes, each with a sentence and its paragraphs. */
export const worldLines = (worlds: readonly World[], language: Language): readonly string[] => [
  `${CHANGES[language]}:`,
  ...worlds.flatMap(({ change }) =>
    change === undefined ? [] : changeLines(change, language).map((line) => `  ${line}`),
  ),
]

/** A unit's month: what is owed and would be, the difference, and whether it crosses into or out of liability. */
export const unitLine = (row: SimulatedUnitMonth, language: Language): string => {
  const { month, was, is, delta, crossing } = row
  const changed = changedWords(figuresWords(was, language), figuresWords(is, language), delta, language)
  const missing = [...new Set([was, is].flatMap((figures) => figures?.missing ?? []))].sort()
  return [
    `${month} ${unitName(row, language)}: ${changed}`,
    crossing === null ? '' : `, ${CROSSINGS[crossing][language]}`,
    delta !== null || missing.length === 0 ? '' : `, ${MISSING[language]}: ${missing.join(', ')}`,
  ].join('')
}

/** What it all comes to: the sums of what is known, how much is not, and the difference part by part. */
export const summaryLines = (
  { unitMonths, unknown, was, is, delta, attribution }: SimulationSummary,
  language: Language,
): readonly string[] => {
  if (unitMonths === 0) return [NOTHING[language]]
  return [
    `${knownUnitMonths(unitMonths - unknown, unitMonths)[language]}:`,
    `  ${changedWords(sumWords(was, language), sumWords(is, language), delta, language)}`,
    `${UNKNOWN[language]}: ${unknown}`,
    ...(attribution.length === 0 ? [] : [`${PARTS[language]}:`]),
    ...attribution.map(({ parameter, ...part }) => `  ${parameter}: ${deltaWords(part, language)}`),
  ]
}

const unitName = ({ municipality, district }: SimulatedUnitMonth, language: Language): string =>
  municipality === null
    ? NOT_RECORDED[language]
    : `${municipalities[municipality] ?? ''} ${district ?? municipality}`.trim()

const CHANGES: Text = { sv: 'Ändras', en: 'Changes' }
const MISSING: Text = { sv: 'saknas', en: 'missing' }
const NOT_RECORDED: Text = { sv: 'kommun inte registrerad', en: 'municipality not recorded' }
const UNKNOWN: Text = { sv: 'Okända, utanför summan', en: 'Unknown, not in the sum' }
const PARTS: Text = { sv: 'Skillnaden, del för del', en: 'The difference, part by part' }
const NOTHING: Text = {
  sv: 'Länet har inga vårdtillfällen i de månaderna.',
  en: 'The county has no episodes in those months.',
}
const CROSSINGS: Readonly<Record<'becomes-liable' | 'no-longer-liable', Text>> = {
  'becomes-liable': { sv: 'blir betalningsansvarig', en: 'becomes liable' },
  'no-longer-liable': { sv: 'är inte längre betalningsansvarig', en: 'is no longer liable' },
}
const knownUnitMonths = (known: number, all: number): Text => ({
  sv: `Summa för de enhetsmånader som är kända, ${known} av ${all}`,
  en: `Sum of the unit months that are known, ${known} of ${all}`,
})
