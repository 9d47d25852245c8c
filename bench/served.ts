import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startOneMachine } from '#local/one-machine.ts'
import { runs } from '#test/support/runs.ts'
import { recordYear } from './stockholm-year.ts'

/** The service on one machine in a process of its own, which tells whoever asks how long its loop was blocked at most. */
const dataFolder = mkdtempSync(join(tmpdir(), 'fristdag-bench-'))
const server = await startOneMachine({
  dataFolder,
  rulesFolder: 'rules',
  port: 0,
  log: (entry) => (entry.level === 'error' ? console.error(JSON.stringify(entry)) : undefined),
  beforeServing: ({ table }) => recordYear(table, runs(50_000), 2017612),
})

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('message', () => {
  process.send?.({ blocked: delay.max / 1e6 })
  delay.reset()
})
process.on('disconnect', async () => {
  await server.stop()
  rmSync(dataFolder, { recursive: true })
  process.exit()
})
process.send?.({ url: server.url })
