import * as z from 'zod'

/** What the environment of one machine may say. */
export type Settings = {
  readonly port: number
  readonly dataFolder: string
  readonly demo: 'off' | 'month' | 'year'
  readonly rulesFolder: string
}

/** A variable has a value that cannot be used: which one, and what it may be. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: z.enum(['off', 'month', 'year']).default('month'),
  RULES_DIR: z.string().min(1).optional(),
})

/** Reads the settings of one machine; throws a {@link SettingsError} that names every variable at fault. */
export const settingsFrom = (environment: Readonly<Record<string, string | undefined>>, shipped: string): Settings => {
  const parsed = variables.safeParse(environment)
  if (!parsed.success) throw new SettingsError(faultsIn(parsed.error))
  const { PORT, DATA_DIR, DEMO, RULES_DIR } = parsed.data
  return { port: PORT, dataFolder: DATA_DIR, demo: DEMO, rulesFolder: RULES_DIR ?? shipped }
}

/** The data folder alone, whatever the other variables say; throws a {@link SettingsError} when it cannot be used. */
export const dataFolderFrom = (environment: Readonly<Record<string, string | undefined>>): string => {
  const parsed = variables.pick({ DATA_DIR: true }).safeParse(environment)
  if (!parsed.success) throw new SettingsError(faultsIn(parsed.error))
  return parsed.data.DATA_DIR
}

const allowed: Readonly<Record<string, string>> = {
  PORT: 'a number from 0 to 65535, 0 for any free port',
  DATA_DIR: 'the path of a folder',
  DEMO: 'month, year or off',
  RULES_DIR: 'the path of a folder',
}

const faultsIn = (error: z.ZodError): string =>
  [...new Set(error.issues.map(({ path }) => String(path[0])))]
    .map((name) => `${name} must be ${allowed[name]}`)
    .join('\n')
