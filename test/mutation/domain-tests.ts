import { globSync } from 'node:fs'
import { it } from 'vitest'

/** The folder of the domain that is mutated, and whose own tests must notice; without it, all of them. */
const FOLDER = process.env.MUTATED ?? '**'

/**
 * The tests in one file, so that what they import is loaded once for each mutant. Stryker counts a mutant that cannot be
 * loaded as survived, so a file that fails to load becomes a test that fails.
 */
for (const path of globSync(`test/domain/${FOLDER}/*.test.ts`).sort())
  await import(/* @vite-ignore */ `${process.cwd()}/${path}`).catch((error: unknown) =>
    it(`${path} loads`, () => {
      throw error
    }),
  )
