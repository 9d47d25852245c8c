import { type ChildProcess, spawn } from 'node:child_process'
import { type Api, apiAt } from './api.ts'

/** A service in a process of its own, started as `npm start` starts it. */
export type SpawnedService = Api & {
  readonly child: ChildProcess
  /** All that it has written to its standard output and its standard error so far. */
  readonly written: () => string
  /** Sends a signal and waits for the end; the exit code, or null when the signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts the service and waits for its line; rejects with what it wrote when it ends before. */
export const spawnService = async (environment: Readonly<Record<string, string>>): Promise<SpawnedService> => {
  const child = spawn(process.execPath, ['local/start.ts'], {
    env: { ...process.env, PORT: '0', DEMO: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let written = ''
  const keep = (chunk: Buffer): void => {
    written += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const url = await readyUrl(child, ended)
  return {
    ...apiAt(url),
    child,
    written: () => written,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

const readyUrl = (child: ChildProcess, ended: Promise<number | null>): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let written = ''
  const listen = (chunk: Buffer): void => {
    written += chunk.toString()
    const url = /(http:\/\/localhost:[0-9]+)\n/.exec(written)?.[1]
    if (url !== undefined) resolve(url)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  ended.then((code) => reject(new Error(`The service ended with ${code}:\n${written}`)))
  return promise
}
