import { deepStrictEqual } from 'node:assert'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogLoader } from '#agreements/load-catalog.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { add, exactly, parseExact, zero } from '#domain/money/fraction.ts'
import { closeMunicipality } from '#functions/settlements/close-municipality.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { reviewReads } from '#store/review-store.ts'
import { ruleStore } from '#store/rule-store.ts'
import { type Run, settlementStore } from '#store/settlement-store.ts'
import { unitMonthStore } from '#store/unit-month-store.ts'
import { runs } from '#test/support/runs.ts'
import { type Held, watch } from './held.ts'
import { AT, recordYear } from './stockholm-year.ts'

/** Whether a county's month is closed without having it in memory as a whole: one municipality is held at a time. */
const SEED = Number(process.env.SEED ?? '2017612')
const MONTH = '2022-03'
const AGREEMENT = 'stockholm-somatic'
/** How many times the episodes of its largest municipality a closing may hold at once. */
const MOST = 1.1

const folder = mkdtempSync(join(tmpdir(), 'fristdag-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

const stockholm = async (size: number) => {
  const table = openSqliteTable(join(folder, `${size}.db`))
  const rules = ruleStore(table)
  await publishShipped(rules, shippedRules('rules'), AT)
  await recordYear(table, size, SEED, [MONTH])
  return {
    ...{ settlements: settlementStore(table), unitMonths: unitMonthStore(table), catalog: catalogLoader(rules) },
    ...{ reviews: reviewReads(table), now: () => AT, close: () => table.close() },
  }
}

const said = ({ objects, megabytes }: Held): string => `${objects} episodes (heap ${megabytes.toFixed(1)} MB)`

const ratios: number[] = []
for (const size of [runs(5_000), runs(50_000)]) {
  const { settlements, unitMonths, reviews, catalog, now, close } = await stockholm(size)
  const name = { region: '01', agreement: AGREEMENT, month: MONTH }
  const municipalities = await unitMonths.municipalities('01', MONTH)
  const run: Run = { number: 1, by: 'bench', at: AT, municipalities: [...municipalities] }
  const largest = { episodes: 0 }
  const watched = watch()
  const ofRegion: typeof unitMonths.ofRegion = async (...asked) => {
    const rows = await unitMonths.ofRegion(...asked)
    largest.episodes = Math.max(largest.episodes, rows.length)
    await watched.read(rows)
    return rows
  }
  const closing = { settlements, reviews, catalog, now, unitMonths: { ofRegion } }
  const started = performance.now()
  for (const municipality of municipalities) await closeMunicipality(closing, name, run, municipality)
  const seconds = (performance.now() - started) / 1000

  const statements = await settlements.statements('01', MONTH)
  const ore = statements.reduce((sum, made) => sum + BigInt(made.ore), 0n)
  const days = statements.map((made) => parseExact(made.days)).reduce(add, zero)
  const rows = await unitMonths.ofRegion('01', MONTH)
  const direct = liabilitiesOf(await catalog(), MONTH, rows).map(({ total }) => total)
  deepStrictEqual(rows.length, size)
  deepStrictEqual(
    [exactly(days), ore],
    [
      exactly(direct.map((total) => total.days ?? zero).reduce(add, zero)),
      direct.reduce((sum, total) => sum + (total.ore ?? 0n), 0n),
    ],
  )
  deepStrictEqual([statements.length, await settlements.corrections('01', MONTH)], [direct.length, []])
  console.log(
    `${size} episodes of ${municipalities.length} municipalities closed in ${seconds.toFixed(1)} s: ${statements.length} statements with the sums of a direct count`,
  )
  console.log(`held at once: ${said(watched.most())}; the largest municipality has ${largest.episodes}`)
  ratios.push(watched.most().objects / largest.episodes)
  close()
}

const shown = ratios.map((ratio) => ratio.toFixed(2)).join(' and ')
console.log(`a closing holds ${shown} times the episodes of the largest municipality, at most ${MOST} are allowed`)
if (Math.max(...ratios) > MOST) process.exitCode = 1
