import * as z from 'zod'
import { countyCode } from '../codes.ts'
import { text } from '../text.ts'
import { date } from '../time.ts'
import { cited, citesWhatIsQuoted, sources } from './citations.ts'

/** Whole calendar years after the one in which a document came to its end. */
const years = z.int().min(0).max(100)

/** For how long documents of each kind that the program disposes of are kept. */
const periods = z.strictObject({
  /** Stays as hospitals sent them, with every revision, from the year of discharge. */
  episodes: years,
  /** Statements, corrections, disputes and reviews, from the year of the last of them. */
  settlements: years,
  /** Published statistics, from the year in which a month was last published. */
  exports: years,
  /** Attempts with rules, from the year in which they were asked for. */
  simulations: years,
})

/** A region's own decision to dispose of documents, without which none of its documents is disposed of. */
const decision = z.strictObject({
  region: countyCode,
  decided: date,
  /** Where the decision is registered. */
  reference: z.string().min(1).max(200),
  years: periods,
})
export type RetentionDecision = Readonly<z.infer<typeof decision>>

/** A version of how long documents are kept, and which regions have decided that they are then disposed of. */
export const retentionFile = z
  .strictObject({
    schema: z.literal('1'),
    definition: z.literal('retention'),
    title: text,
    /** What is kept for how long, what comes after, and what is never disposed of. */
    meaning: text,
    /** The least that any decision must give. */
    least: periods,
    /** The least number of years that the log of accesses is kept; the program never disposes of it. */
    accessLogYears: years,
    decisions: z.array(decision),
    sources,
    cites: z.strictObject({
      episodes: cited,
      settlements: cited,
      exports: cited,
      simulations: cited,
      accessLogYears: cited,
      decisions: cited,
    }),
  })
  .check(citesWhatIsQuoted, ({ value: { least, decisions }, issues }) => {
    const refuse = (rule: string, path: readonly PropertyKey[]): void => {
      issues.push({ code: 'custom', input: decisions, path: ['decisions', ...path], params: { rule } })
    }
    for (const [index, { region, years: decided }] of decisions.entries()) {
      if (decisions.findIndex((other) => other.region === region) < index) refuse('decided-twice', [index, 'region'])
      for (const kind of KINDS) if (decided[kind] < least[kind]) refuse('shorter-than-least', [index, 'years', kind])
    }
  })

const KINDS = ['episodes', 'settlements', 'exports', 'simulations'] as const
