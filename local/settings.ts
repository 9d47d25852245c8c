import * as z from 'zod'

/** What the environment of one machine may say. */
export type Settings = {
  readonly port: number
  readonly dataFolder: string
  readonly demo: 'off' | 'month' | 'year'
  readonly rulesFolder: string
}

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: z.enum(['off', 'month', 'year']).default('month'),
  RULES_DIR: z.string().min(1).optional(),
})

/** Reads the settings of one machine; throws a plain Error that names the variable at fault. */
export const settingsFrom = (environment: Readonly<Record<string, string | undefined>>, shipped: string): Settings => {
  const parsed = variables.safeParse(environment)
  if (!parsed.success) throw new Error(`These variables cannot be used: ${namesOf(parsed.error)}`)
  const { PORT, DATA_DIR, DEMO, RULES_DIR } = parsed.data
  return { port: PORT, dataFolder: DATA_DIR, demo: DEMO, rulesFolder: RULES_DIR ?? shipped }
}

const namesOf = (error: z.ZodError): string => [...new Set(error.issues.map(({ path }) => String(path[0])))].join(', ')
