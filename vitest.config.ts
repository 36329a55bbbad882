import { defineConfig } from 'vitest/config'
import { LongestFirst } from './infra/set-up/longest-first.ts'

/** Where what is asserted depends on what the machine has to spare. */
const alone = ['e2e/faults/{forgeries,outages,overload,storage-away-tab}.fault.ts']

/**
 * `*.test.ts` needs nothing running; `*.sandbox.test.ts` and the years start the sandbox; `*.e2e.ts` a browser too. What goes away, is
 * forged or comes by the thousand has the machine to itself.
 * The limits only end what hangs: no test may depend on how fast a machine is.
 */
export default defineConfig({
  test: {
    // One more than the cores of a small machine: much of a test is waiting, for a page, for storage, for a limit to pass.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/*.sandbox.test.ts', 'node_modules/**', 'dist/**'],
          // Nothing of ours keeps state in a module, so files share what they load: that takes longer than most of them.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sandbox',
          include: ['**/*.sandbox.test.ts', 'e2e/**/*.year.ts', 'e2e/**/*.fault.ts'],
          exclude: [...alone, 'node_modules/**', 'dist/**'],
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'pages',
          globalSetup: 'infra/set-up/pages-first.ts',
          include: ['e2e/**/*.e2e.ts'],
          exclude: [...alone, 'node_modules/**', 'dist/**'],
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Tests of pages open a window each, and wait for it more than they work.
          maxConcurrency: 3,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: 'infra/set-up/pages-first.ts',
          include: alone,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
