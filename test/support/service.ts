import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OneMachine, startOneMachine } from '#local/one-machine.ts'
import { type Api, apiAt } from './api.ts'

/** A whole service on one machine, in this process, with a data folder of its own. */
export type Service = Api & { readonly dataFolder: string; readonly stop: () => Promise<void> }

export type ServiceOptions = Partial<Pick<OneMachine, 'rulesFolder' | 'now' | 'clientLimits' | 'beforeServing'>>

export const aService = async ({ rulesFolder = 'rules', ...options }: ServiceOptions = {}): Promise<Service> => {
  const dataFolder = aDataFolder()
  const server = await startOneMachine({
    dataFolder,
    rulesFolder,
    port: 0,
    log: () => undefined,
    ...options,
  })
  return {
    ...apiAt(server.url),
    dataFolder,
    stop: async () => {
      await server.stop()
      rmSync(dataFolder, { recursive: true })
    },
  }
}

export const aDataFolder = (): string => mkdtempSync(join(tmpdir(), 'fristdag-'))
