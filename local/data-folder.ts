import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishFolder } from '#agreements/publish-folder.ts'
import { composeWriting } from '#functions/environment.ts'
import type { ExportShelf } from '#store/export-files.ts'
import type { Table } from '#store/table.ts'
import { exportFolder } from './export/export-folder.ts'
import type { Outcome } from './rules/subcommand.ts'
import { settingsFrom } from './settings.ts'
import { databaseIn } from './sqlite-database.ts'
import { openSqliteTable } from './sqlite-table.ts'

/** What a command works with in a data folder: all that is kept there, the shelf of exports, and the clock. */
export type InDataFolder = ReturnType<typeof composed>

/** Where the database and the exports of a data folder lie. */
export type DataPlaces = { readonly database: string; readonly exports: string }

/** Has a command work in the data folder that the variables name, its rules published; refuses where nothing is kept yet. */
export const inDataFolder = async (
  environment: Readonly<Record<string, string | undefined>>,
  clock: () => Date,
  work: (working: InDataFolder, places: DataPlaces) => Promise<Outcome>,
): Promise<Outcome> => {
  const { dataFolder, rulesFolder } = settingsFrom(environment, SHIPPED)
  const places = { database: databaseIn(dataFolder), exports: join(dataFolder, 'exports') }
  if (!existsSync(places.database))
    return { lines: [`${dataFolder}: ingen databas; starta tjänsten först (npm start)`], exitCode: 1 }
  const table = openSqliteTable(places.database)
  try {
    const shelf = exportFolder({ folder: places.exports, baseUrl: () => '', now: clock })
    const working = composed({ table, shelf, now: () => clock().toISOString() })
    await publishFolder(working.rules, rulesFolder, working.now())
    return await work(working, places)
  } finally {
    table.close()
  }
}

const SHIPPED = fileURLToPath(new URL('../rules', import.meta.url))

type Ground = { readonly table: Table; readonly shelf: ExportShelf; readonly now: () => string }

const composed = (ground: Ground) => composeWriting(ground)
