import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * Stryker 9 picks the tests of a mutant by names in which suite and test are parted by a space; Vitest 5 parts them by
 * ` > ` and would skip every test, so that all mutants survive. Either is accepted here.
 */
const acceptStrykersTestNames: Plugin = {
  name: 'accept-strykers-test-names',
  configureVitest: ({ project }) => {
    let pattern: RegExp | undefined
    Object.defineProperty(project.config, 'testNamePattern', {
      enumerable: true,
      get: () => pattern,
      set: (given: RegExp | undefined) => {
        pattern = given === undefined ? undefined : new RegExp(given.source.replaceAll(' ', '(?: | > )'))
      },
    })
  },
}

/** What Stryker runs for each mutant of the domain: the domain's own tests, their properties tried less often. */
export default defineConfig({
  plugins: [acceptStrykersTestNames],
  test: { include: ['test/mutation/domain-tests.ts'], env: { DEEP: '0.02' } },
})
