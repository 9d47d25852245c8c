import { defineConfig } from 'vitest/config'

const limits = { testTimeout: 30_000, hookTimeout: 60_000 }

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
          exclude: ['test/cdk/**', 'test/domain/**', 'test/http/**'],
        },
      },
      // What keeps nothing needs no modules of its own for each file: most of its time would go into reading them.
      { test: { ...limits, name: 'pure', include: ['test/{domain,http}/**/*.test.ts'], isolate: false } },
      // What is deployed is synthesised once, and only when one of its tests is asked for.
      {
        test: { ...limits, name: 'cdk', include: ['test/cdk/**/*.test.ts'], globalSetup: 'test/support/synthesise.ts' },
      },
    ],
  },
})
