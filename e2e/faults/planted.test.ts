import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { plantedMistakes } from './harness/planted.ts'

/*
 * The checker bites: each mistake is put into the product's own source, in a process of its own, which then lives seeds until the checkers
 * say something. A mistake that no seed shows would mean that the harness proves nothing about it.
 */

const node = promisify(execFile)
const most = 200
type Told = { readonly lived: number; readonly line?: string; readonly violations: readonly string[] }

/** Those that a seed is known to show. The others are thought of and not shown yet: that is written in the file, and not counted here. */
const shown = plantedMistakes().filter(({ seeds }) => seeds.length > 0)

test('at least twelve mistakes are planted', () => {
  expect(shown.length).toBeGreaterThanOrEqual(12)
})

test.each(shown)('$name: caught', { timeout: 600_000 }, async ({ name, expectCaughtBy }) => {
  const { stdout } = await node(process.execPath, ['e2e/faults/harness/planted-run.ts', name], { maxBuffer: 16 * 1024 * 1024 })
  const told = JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as Told
  expect(told.violations.join('\n')).toContain(expectCaughtBy)
  expect(told.lived).toBeLessThanOrEqual(most)
})
