import { fileURLToPath } from 'node:url'
import { RuleFilesError } from '#agreements/publish-folder.ts'
import { startOneMachine } from './one-machine.ts'
import { settingsFrom } from './settings.ts'

const shipped = fileURLToPath(new URL('../rules', import.meta.url))

try {
  const { port, dataFolder, rulesFolder } = settingsFrom(process.env, shipped)
  const server = await startOneMachine({
    port,
    dataFolder,
    rulesFolder,
    log: (entry) => console.error(JSON.stringify(entry)),
  })
  console.log(`Fristdag answers on ${server.url}`)
  const stop = (): void => {
    server.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  console.error(error instanceof RuleFilesError ? `The rule files cannot be used:\n${error.message}` : error)
  process.exitCode = 1
}
