import { strictEqual } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { composeWriting } from '#functions/environment.ts'
import { exportMonth } from '#functions/exports/export-month.ts'
import { exportFolder } from '#local/export/export-folder.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { ruleStore } from '#store/rule-store.ts'
import { AT, recordYear } from './stockholm-year.ts'

/** Whether the statistics of a month are made in a bounded memory, and in a time that grows as the episodes do. */
const SEED = Number(process.env.SEED ?? '2017612')
const MONTH = '2022-03'
const SIZES = [10_000, 100_000]
/** What a process that exports may hold, in MB; and how much longer per episode the larger month may take. */
const MOST_RESIDENT = 300
const MOST_GROWTH = 1.25

const measured = z.object({ seconds: z.number(), resident: z.number(), exports: z.int(), discharged: z.int() })

/** Exports the month of a database in this process alone, and tells what that took. */
const measure = async (database: string): Promise<z.infer<typeof measured>> => {
  const table = openSqliteTable(database)
  const shelf = exportFolder({ folder: `${database}-exports`, baseUrl: () => '', now: () => new Date() })
  const working = composeWriting({ table, shelf, now: () => AT })
  const started = performance.now()
  await exportMonth(working, { region: '01', month: MONTH }, AT)
  const seconds = (performance.now() - started) / 1000
  const [publication] = await working.exports.publications('01', MONTH)
  const file = `csv/figures/region=01/month=${MONTH}/audience=all/revision=1/figures.csv`
  const [names = [], ...rows] = readFileSync(join(`${database}-exports`, file), 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  const total = rows.find(
    (row) => row[names.indexOf('level')] === 'region' && row[names.indexOf('care_type')] === 'all',
  )
  const sum = ['discharged', 'left_out', 'undetermined', 'without_notice']
    .map((name) => Number(total?.[names.indexOf(name)]))
    .reduce((a, b) => a + b)
  table.close()
  return {
    seconds,
    resident: process.resourceUsage().maxRSS / 1024,
    exports: publication?.exports.length ?? 0,
    discharged: sum,
  }
}

/** The options of Node with which `npm run export` runs. */
const asExportRuns = (): readonly string[] => {
  const { scripts } = z
    .object({ scripts: z.object({ export: z.string() }) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  return scripts.export.split(' ').filter((word) => word.startsWith('--'))
}

const [, , database] = process.argv
if (database !== undefined) {
  console.log(JSON.stringify(await measure(database)))
} else {
  const folder = mkdtempSync(join(tmpdir(), 'fristdag-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true }))
  const perEpisode: number[] = []
  for (const size of SIZES) {
    const path = join(folder, `${size}.db`)
    const table = openSqliteTable(path)
    await publishShipped(ruleStore(table), shippedRules('rules'), AT)
    await recordYear(table, size, SEED, [MONTH])
    table.close()
    const words = [...asExportRuns(), import.meta.filename, path]
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    const { seconds, resident, exports, discharged } = measured.parse(JSON.parse(stdout))
    strictEqual(discharged, size, 'every episode is in the figures')
    perEpisode.push(seconds / size)
    console.log(
      `${size} episodes: ${seconds.toFixed(1)} s, ${exports} exports, at most ${resident.toFixed(0)} MB resident`,
    )
    if (resident > MOST_RESIDENT) throw new Error(`More than ${MOST_RESIDENT} MB resident`)
  }
  const growth = (perEpisode.at(-1) ?? 0) / (perEpisode[0] ?? 1)
  console.log(`An episode of the larger month takes ${growth.toFixed(2)} times as long`)
  if (growth > MOST_GROWTH) throw new Error('The time grows faster than the episodes do')
}
