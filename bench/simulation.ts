import { deepStrictEqual } from 'node:assert'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogLoader, ruleLoader } from '#agreements/load-catalog.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { add, zero } from '#domain/money/fraction.ts'
import { emptySummary, mergeSummaries, type Summary } from '#domain/simulation/summary.ts'
import { simulateMonth } from '#functions/simulations/simulate-month.ts'
import { summaryFrom } from '#functions/simulations/simulation-text.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { ruleStore } from '#store/rule-store.ts'
import { simulationStore } from '#store/simulation-store.ts'
import { unitMonthStore } from '#store/unit-month-store.ts'
import { runs } from '#test/support/runs.ts'
import { type Held, watch } from './held.ts'
import { AT, MONTHS, recordYear, revisedAgreement } from './stockholm-year.ts'

/** Whether the memory that a simulated year takes stays flat, by how many months and how many episodes it has. */
const SEED = Number(process.env.SEED ?? '2017612')
/** How many times the episodes that a month holds at its fullest moment a year may hold at its own. */
const MOST = 2

type Measured = { readonly summary: Summary; readonly held: Held; readonly seconds: number }

const folder = mkdtempSync(join(tmpdir(), 'fristdag-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true }))
const draft = revisedAgreement()

const stockholm = async (size: number) => {
  const table = openSqliteTable(join(folder, `${size}.db`))
  const rules = ruleStore(table)
  await publishShipped(rules, shippedRules('rules'), AT)
  await recordYear(table, size, SEED)
  const [unitMonths, simulations, loadRule] = [unitMonthStore(table), simulationStore(table), ruleLoader(rules)]
  const catalog = catalogLoader(rules, loadRule)

  const simulate = async (id: string, months: readonly string[], isWatched: boolean): Promise<Measured> => {
    const candidate = { kind: 'draft', agreement: 'stockholm-somatic', stage: '3', sha256: id } as const
    const [from = '', to = ''] = [months[0], months.at(-1)]
    await simulations.begin({ id, region: '01', candidate, from, to, months: [...months], by: 'bench', at: AT }, draft)
    const watched = watch()
    const ofRegion: typeof unitMonths.ofRegion = async (...asked) => {
      const rows = await unitMonths.ofRegion(...asked)
      if (isWatched) await watched.read(rows)
      return rows
    }
    const simulating = { rules, loadRule, catalog, simulations, now: () => AT, unitMonths: { ...unitMonths, ofRegion } }
    const started = performance.now()
    for (const month of months) await simulateMonth(simulating, id, month)
    const seconds = (performance.now() - started) / 1000
    const summary = [...(await simulations.months(id)).values()].map(summaryFrom).reduce(mergeSummaries, emptySummary)
    return { summary, held: watched.most(), seconds }
  }

  /** The same sums of a year, each month taken at once. */
  const direct = async (of: Catalog) => {
    let [days, ore, episodes] = [zero, 0n, 0]
    for (const month of MONTHS)
      for (const { total, settlement } of liabilitiesOf(of, month, await unitMonths.ofRegion('01', month))) {
        if (total.days === undefined || total.ore === undefined) throw new Error('Something is not known')
        days = add(days, total.days)
        ore += total.ore
        episodes += settlement.cohort.episodes + settlement.cohort.leftOut
      }
    return { sum: { days, ore }, episodes }
  }

  /** What a year holds that is read before it is counted. */
  const whole = async (): Promise<Held> => {
    const watched = watch()
    const rows = (await Promise.all(MONTHS.map((month) => unitMonths.ofRegion('01', month)))).flat()
    await watched.read(rows)
    deepStrictEqual(rows.length, size)
    return watched.most()
  }
  return { whole, simulate, direct, catalog, close: () => table.close() }
}

const withRevision = (catalog: Catalog): Catalog => {
  const parsed = parseRule(draft, '999999')
  if (!parsed.ok) throw new Error('The revision cannot be read')
  return { ...catalog, rules: [...catalog.rules, parsed.rule] }
}

const said = ({ objects, megabytes }: Held): string => `${objects} episodes (heap ${megabytes.toFixed(1)} MB)`

const ratios: number[] = []
for (const size of [runs(5_000), runs(50_000)]) {
  const { whole, simulate, direct, catalog, close } = await stockholm(size)
  const { summary, seconds } = await simulate('checked', MONTHS, false)
  const now = await catalog()
  const [before, after] = [await direct(now), await direct(withRevision(now))]
  deepStrictEqual([summary.was, summary.is, summary.unknown], [before.sum, after.sum, 0])
  deepStrictEqual(before.episodes, size)
  deepStrictEqual(summary.attribution.map(({ days }) => days).reduce(add, zero), summary.delta.days)
  deepStrictEqual(
    summary.attribution.reduce((sum, { ore }) => sum + ore, 0n),
    summary.delta.ore,
  )
  console.log(
    `${size} episodes, ${summary.unitMonths} unit months in ${seconds.toFixed(1)} s: the sums are those of a direct count, and the ${summary.attribution.length} parts sum to the difference`,
  )
  const [month, year] = [await simulate('month', MONTHS.slice(0, 1), true), await simulate('year', MONTHS, true)]
  console.log(`held at once: ${said(month.held)} in a month, ${said(year.held)} in the year`)
  console.log(`a year that is read before it is counted holds ${said(await whole())}`)
  ratios.push(year.held.objects / month.held.objects)
  close()
}

const shown = ratios.map((ratio) => ratio.toFixed(2)).join(' and ')
console.log(`twelve months hold ${shown} times as many episodes at once as one, at most ${MOST} are allowed`)
console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of the machine at most, for all of the above`)
if (Math.max(...ratios) > MOST) process.exitCode = 1
