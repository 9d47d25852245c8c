import { defineConfig } from 'vitest/config'

const limits = { testTimeout: 30_000, hookTimeout: 60_000 }

/** Tests whose files keep nothing between them: each has its own tables, services and clocks. */
const TOGETHER = 'test/{agreements,api,cases,disposals,disputes,domain,exports,http,settlements,simulations}/**'

export default defineConfig({
  test: {
    // Every core: by default one is left idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...limits,
          name: 'code',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cdk/**', TOGETHER],
        },
      },
      // Modules are read once for many files: reading them for each would take as long as the tests.
      { test: { ...limits, name: 'together', include: [`${TOGETHER}/*.test.ts`], isolate: false } },
      // What is deployed is synthesised once, and only when one of its tests is asked for.
      {
        test: { ...limits, name: 'cdk', include: ['test/cdk/**/*.test.ts'], globalSetup: 'test/support/synthesise.ts' },
      },
    ],
  },
})
