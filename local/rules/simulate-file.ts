import { existsSync } from 'node:fs'
import { worldsBetween } from '#agreements/differences/worlds.ts'
import { faultLine } from '#agreements/faults/file-fault.ts'
import { catalogLoader } from '#agreements/load-catalog.ts'
import { emptySummary, mergeSummaries } from '#domain/simulation/summary.ts'
import { compareMonth } from '#functions/simulations/compare-month.ts'
import { monthsFrom } from '#functions/simulations/months.ts'
import { proveDraft } from '#functions/simulations/prove-draft.ts'
import { rowAnswer, summaryAnswer } from '#functions/simulations/simulation-text.ts'
import type { Text } from '#schemas/text.ts'
import { ruleReads } from '#store/rule-store.ts'
import type { ReadOnlyTable } from '#store/table.ts'
import { unitMonthStore } from '#store/unit-month-store.ts'
import { databaseIn } from '../sqlite-database.ts'
import { openSqliteReads } from '../sqlite-reads.ts'
import { type AskedSimulation, parseSimulation } from './asked-simulation.ts'
import { headLine, summaryLines, unitLine, worldLines } from './simulation-lines.ts'
import { contentOf, kindOf, NOT_A_RULE, NOT_READ } from './source.ts'
import type { Outcome } from './subcommand.ts'
import { warningLine } from './warning-line.ts'

/**
 * What the units of a rule file's county owe, and would owe under the file, in the months of a data folder, where nothing
 * is written; or every fault of the file, proven beside what is published there.
 */
export const simulateFile = async (words: readonly string[], environment = process.env): Promise<Outcome> => {
  const parsed = parseSimulation(words, environment)
  if (!parsed.understood) return { lines: [parsed.line], exitCode: 2 }
  const { asked } = parsed
  const { file, dataFolder, language } = asked
  const source = contentOf(file)
  if (source === undefined) return refused(`${file}: ${NOT_READ[language]}`)
  if (kindOf(source) !== 'rule') return refused(`${file}: ${NOT_A_RULE[language]}`)
  const path = databaseIn(dataFolder)
  if (!existsSync(path)) return refused(`${path}: ${NO_DATA[language]}`)
  const table = opened(path)
  if (table === undefined) return refused(`${path}: ${NOT_READ[language]}`)
  try {
    return await simulated(asked, source, table)
  } finally {
    table.close()
  }
}

const refused = (...lines: readonly string[]): Outcome => ({ lines, exitCode: 1 })

const opened = (path: string): ReturnType<typeof openSqliteReads> | undefined => {
  try {
    return openSqliteReads(path)
  } catch {
    return undefined
  }
}

const simulated = async (
  { file, from, to, language }: AskedSimulation,
  source: Uint8Array,
  table: ReadOnlyTable,
): Promise<Outcome> => {
  // As known at one instant, so that a service which goes on writing does not change the months under way.
  const at = new Date().toISOString()
  const catalog = await catalogLoader(ruleReads(table))(at)
  if (catalog.rules.length === 0) return refused(NO_RULES[language])
  const proof = proveDraft(source, catalog)
  if (!proof.ok) return refused(...proof.faults.map((fault) => faultLine(file, fault, language)))
  const { county: region } = proof.rule.file
  if (region === undefined) return refused(`${file}: ${NO_COUNTY[language]}`)
  const worlds = worldsBetween(catalog, proof.rule)
  const unitLines: string[] = []
  let summary = emptySummary
  for (const month of monthsFrom(from, to)) {
    const ofMonth = await compareMonth(unitMonthStore(table), { worlds, region, month, at }, (row) => {
      unitLines.push(unitLine(rowAnswer(row), language))
    })
    summary = mergeSummaries(summary, ofMonth)
  }
  return {
    lines: [
      ...proof.warnings.map((warning) => warningLine(file, warning, language)),
      headLine({ ...proof.rule.reference, region, from, to }, language),
      ...worldLines(worlds, language),
      ...unitLines,
      ...summaryLines(summaryAnswer(summary), language),
    ],
    exitCode: 0,
  }
}

const NO_DATA: Text = {
  sv: 'här finns inga data; starta tjänsten en gång, eller peka ut dess mapp med --data',
  en: 'there is no data here; start the service once, or name its folder with --data',
}
const NO_RULES: Text = {
  sv: 'Inga regler är publicerade i datamappen.',
  en: 'No rules are published in the data folder.',
}
const NO_COUNTY: Text = {
  sv: 'filen gäller inget enskilt län, och bara ett läns regler kan prövas på dess månader',
  en: 'the file is of no single county, and only the rules of one can be tried on its months',
}
