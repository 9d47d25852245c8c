import { fileURLToPath } from 'node:url'
import { RuleFilesError } from '#agreements/publish-folder.ts'
import { loadDemo } from './demo/load-demo.ts'
import { startOneMachine } from './one-machine.ts'
import { SettingsError, settingsFrom } from './settings.ts'

const shipped = fileURLToPath(new URL('../rules', import.meta.url))

/** What a person at the keyboard needs to know of an error; the error itself when it is not theirs to mend. */
const explained = (error: unknown): unknown => {
  if (error instanceof RuleFilesError) return `The rule files cannot be used:\n${error.message}`
  if (error instanceof SettingsError) return error.message
  if (isPortTaken(error)) return `Port ${error.port} is taken; start on another with PORT=<number>`
  return error
}

const isPortTaken = (error: unknown): error is { readonly port: number } =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error

try {
  const { port, dataFolder, demo, rulesFolder } = settingsFrom(process.env, shipped)
  const server = await startOneMachine({
    port,
    dataFolder,
    rulesFolder,
    log: (entry) => console.error(JSON.stringify(entry)),
    beforeServing: (environment) => loadDemo(environment, demo),
  })
  console.log(`Fristdag answers on ${server.url}`)
  const stop = (): void => {
    server.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  console.error(explained(error))
  process.exitCode = 1
}
