import { defineConfig } from 'vitest/config'
import { LongestFirst } from './infra/set-up/longest-first.ts'

/**
 * `*.test.ts` needs nothing running; `*.sandbox.test.ts` and the years start the sandbox; `*.e2e.ts` a browser too. One at a time where they share two cores.
 * The limits only end what hangs: no test may depend on how fast a machine is.
 */
export default defineConfig({
  test: {
    // By itself vitest leaves a core to whoever watches: half of them, where there are two.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/*.sandbox.test.ts', 'node_modules/**', 'dist/**'],
          // Nothing of ours keeps state in a module, so files share what they load: that takes longer than most of them.
          isolate: false,
        },
      },
      {
        test: {
          name: 'sandbox',
          include: ['**/*.sandbox.test.ts', 'e2e/**/*.year.ts'],
          exclude: ['node_modules/**', 'dist/**'],
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: 'infra/set-up/pages-first.ts',
          include: ['e2e/**/*.e2e.ts', 'e2e/**/*.fault.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          maxConcurrency: 2,
        },
      },
    ],
  },
})
