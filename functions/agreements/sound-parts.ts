import { type RuleFile, ruleFile } from '#schemas/rule-file/rule-file.ts'
import type { Path, PathFault } from './faults/file-fault.ts'
import { DECIDING } from './mutation/deciding-sections.ts'

/** A rule file made of what its schema accepts of a content, neutral words standing in for the rest. */
export type SoundParts = {
  readonly file: RuleFile
  /** Whether all that decides is the content's own, so that its examples can be run. */
  readonly isComplete: boolean
  /** Whether a fault found in the file is one of the content's own, and there: its path, or undefined where neutral words made it. */
  readonly own: (fault: PathFault) => PathFault | undefined
}

type Content = Readonly<Record<string, unknown>>

/**
 * What can be held against itself of a content whose schema refuses some of it, so that all of its faults are told at once:
 * of a list every item but the faulty ones, of the other sections those without a fault. Undefined where that is no file.
 */
export const soundParts = (content: unknown, faulty: readonly Path[]): SoundParts | undefined => {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined
  const sections = Map.groupBy(faulty, ([section]) => String(section))
  const kept = new Map<string, readonly number[]>()
  const mended: Record<string, unknown> = { ...content }
  for (const [section, paths] of sections) {
    const items = itemsWithout(mended[section], paths)
    if (items !== undefined) {
      mended[section] = items.map(({ item }) => item)
      kept.set(
        section,
        items.map(({ index }) => index),
      )
    } else if (section in NEUTRAL) mended[section] = NEUTRAL[section]
    else delete mended[section]
  }
  const parsed = ruleFile.safeParse(mended)
  if (!parsed.success) return undefined
  const touched = new Set(sections.keys())
  return {
    file: parsed.data,
    isComplete: ![...touched].some((section) => DECIDING.has(section) || RUN_WITH.has(section)),
    own: (fault) => ownFault(fault, touched, kept),
  }
}

/** What examples are run with beside what decides. */
const RUN_WITH: ReadonlySet<string> = new Set(['agreement', 'stage', 'county', 'examples'])

/** The items of a list that have no fault, each with its place; undefined for what is no list, or has none left. */
const itemsWithout = (
  list: unknown,
  paths: readonly Path[],
): readonly { readonly item: unknown; readonly index: number }[] | undefined => {
  if (!Array.isArray(list) || paths.some(([, index]) => typeof index !== 'number')) return undefined
  const faulty = new Set(paths.map(([, index]) => index))
  const items = list.map((item: unknown, index) => ({ item, index })).filter(({ index }) => !faulty.has(index))
  return items.length > 0 ? items : undefined
}

const ownFault = (
  fault: PathFault,
  touched: ReadonlySet<string>,
  kept: ReadonlyMap<string, readonly number[]>,
): PathFault | undefined => {
  const [section = '', index, ...rest] = fault.path
  const places = kept.get(String(section))
  if (places === undefined && touched.has(String(section))) return undefined
  if (REASONS_OF[fault.rule]?.some((needed) => touched.has(needed))) return undefined
  if (fault.rule === 'uncited-parameter' && [...touched].some((each) => isOf(fault, each))) return undefined
  const place = typeof index === 'number' ? places?.[index] : undefined
  return place === undefined ? fault : { ...fault, path: [section, place, ...rest] }
}

/** Whether a parameter without a paragraph is one that the neutral words of a section brought in. */
const isOf = ({ details }: PathFault, section: string): boolean => {
  const parameter = typeof details === 'object' ? String(details.parameter) : ''
  return parameter.split('.')[0] === section
}

const WHEN_AND_WHERE = ['agreement', 'stage', 'county', 'parties', 'careTypes', 'inForce', 'unknownPeriods']

/** What a fault rests on beside the section in which it is told: with a fault there, it might be none. */
const REASONS_OF: Readonly<Partial<Record<PathFault['rule'], readonly string[]>>> = {
  'dangling-citation': ['sources'],
  'uncited-parameter': ['cites'],
  'reading-changes-nothing': ['model'],
  'reading-gives-no-model': ['model'],
  'district-outside-stockholm': ['county', 'parties'],
  'county-without-parties': ['parties'],
  'parties-of-another-region': ['county'],
  'municipality-of-another-county': ['county'],
  'more-signatories-than-parties': ['county'],
  'agreement-of-another-county': ['county'],
  'stages-overlap': WHEN_AND_WHERE,
  'stage-shadowed': WHEN_AND_WHERE,
  'hole-between-stages': WHEN_AND_WHERE,
}

/** The sections that every file has, saying as little as they can. */
const NEUTRAL: Content = {
  schema: '1',
  agreement: 'unnamed',
  stage: '1',
  title: { sv: '-', en: '-' },
  careTypes: ['somatic'],
  inForce: { from: '2018-01-01' },
  sources: [{ id: 'none', title: '-', paragraphs: { none: { label: '-', text: '-' } } }],
  cites: {},
  unit: 'municipality',
  liable: ['placing', 'registered'],
  clock: { starts: 'readiness-notice-sent', days: 'calendar', periods: 'sum' },
  preconditions: [],
  exclusions: [],
  model: { kind: 'individual', freeDays: 3 },
  amount: { national: true },
  billing: [{ from: '2018-01-01', status: 'active', cites: 'none#none' }],
  examples: [{ name: '-', on: '2018-01-01', expect: { governs: true } }],
}
