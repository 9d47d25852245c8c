import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

// What stands in for Lambda's runtime: loads the handler once, and gives it one event after the other.
const { file, exported, milliseconds } = workerData
const module = await import(pathToFileURL(file).href)

parentPort?.on('message', async ({ id, event }) => {
  const started = performance.now()
  const getRemainingTimeInMillis = () => milliseconds - (performance.now() - started)
  try {
    parentPort?.postMessage({ id, result: await module[exported](event, { getRemainingTimeInMillis }) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})
