import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that `npm run synth` has filled. */
    readonly cdkOut: string
    /** What `npm run synth` said. */
    readonly synthSays: string
  }
}

/** Runs what `npm run synth` runs, once for all tests, into a folder of its own. */
export const setup = async (project: TestProject): Promise<void> => {
  const cdkOut = mkdtempSync(join(tmpdir(), 'fristdag-cdk-'))
  project.provide('cdkOut', cdkOut)
  const { stdout } = await promisify(execFile)(process.execPath, ['cdk/synth.ts', '--out', cdkOut])
  project.provide('synthSays', stdout)
  // Lambda's runtime brings the SDK; here it is the project's own. Nothing else can be found from the bundles.
  mkdirSync(join(cdkOut, 'node_modules'))
  symlinkSync(resolve('node_modules/@aws-sdk'), join(cdkOut, 'node_modules/@aws-sdk'))
  remove = () => rmSync(cdkOut, { recursive: true })
}

export const teardown = (): void => remove()

let remove = (): void => undefined
