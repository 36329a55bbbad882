import { defineConfig } from 'vitest/config'

/** `*.test.ts` needs nothing running; `*.sandbox.test.ts` starts the sandbox; `*.e2e.ts` a browser too. One at a time where they share two cores. */
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['**/*.test.ts', '**/*.test.tsx'], exclude: ['**/*.sandbox.test.ts', 'node_modules/**', 'dist/**'] },
      },
      {
        test: {
          name: 'sandbox',
          include: ['**/*.sandbox.test.ts'],
          exclude: ['node_modules/**', 'dist/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: 'infra/set-up/pages-first.ts',
          include: ['e2e/**/*.e2e.ts', 'e2e/**/*.year.ts', 'e2e/**/*.fault.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
