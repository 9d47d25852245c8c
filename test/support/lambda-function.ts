import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Assembly, resolved } from './assembly.ts'

/** A function as it is deployed: its asset's handler in a thread of its own, with nothing but its own variables. */
export type LambdaFunction = {
  // biome-ignore lint/suspicious/noExplicitAny: what an event is answered with is for the caller to know
  readonly invoke: (event: unknown) => Promise<any>
  readonly stop: () => Promise<void>
}

/** Starts a function of an assembly; `physicalId` stands in for what CloudFormation would know, `around` for the rest of AWS. */
export const startFunction = (
  { template, assetOf }: Assembly,
  functionId: string,
  physicalId: (id: string) => string,
  around: Readonly<Record<string, string>>,
): LambdaFunction => {
  const { Handler, Timeout, Environment = { Variables: {} } } = template.Resources[functionId]?.Properties ?? {}
  const [file = '', exported = ''] = String(Handler).split('.')
  const variables = Object.entries(Environment.Variables).map(([name, value]) => [name, resolved(value, physicalId)])
  const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
    env: { ...around, ...Object.fromEntries(variables) },
    execArgv: [],
    stderr: true,
    workerData: { file: join(assetOf(functionId), `${file}.mjs`), exported, milliseconds: Timeout * 1000 },
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  worker.on('message', ({ id, result, error }) => {
    if (error === undefined) waiting.get(id)?.resolve(result)
    else waiting.get(id)?.reject(new Error(error))
    waiting.delete(id)
  })
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error)
  })
  let count = 0
  return {
    invoke: async (event) => {
      const answer = Promise.withResolvers<unknown>()
      count += 1
      waiting.set(count, answer)
      worker.postMessage({ id: count, event })
      return answer.promise
    },
    stop: async () => {
      await worker.terminate()
    },
  }
}
