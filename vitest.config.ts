import { defineConfig } from 'vitest/config'

const limits = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    // Every core: by default one is left idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      { test: { ...limits, name: 'code', include: ['test/**/*.test.ts'], exclude: ['test/cdk/**'] } },
      // What is deployed is synthesised once, and only when one of its tests is asked for.
      {
        test: { ...limits, name: 'cdk', include: ['test/cdk/**/*.test.ts'], globalSetup: 'test/support/synthesise.ts' },
      },
    ],
  },
})
