import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { firstToBite, plantedMistakes, withMistake, type Bitten } from './harness/planted.ts'

/*
 * Checkers that never say anything prove nothing. So mistakes that others have made are put into the product's own source, one at a time
 * and in a process of its own, and each must be caught within two hundred seeds.
 */

const runner = fileURLToPath(new URL('harness/planted-run.ts', import.meta.url))
const top = new URL('../../', import.meta.url)

async function lived(name: string): Promise<Bitten> {
  // Each process loads the whole product, all of it but the mistake as the one before.
  const env = { ...process.env, NODE_COMPILE_CACHE: fileURLToPath(new URL('dist/compile-cache', top)) }
  const { stdout } = await promisify(execFile)(process.execPath, [runner, name], { maxBuffer: 16 * 1024 * 1024, env })
  return JSON.parse(stdout) as Bitten
}

const mistakes = plantedMistakes()

describe('a mistake in the product is caught', () => {
  test.each(mistakes)('$name', { timeout: 300_000 }, async ({ name, expectCaughtBy }) => {
    const { violations } = await lived(name)
    expect(violations).not.toEqual([])
    expect(violations.join('\n')).toContain(expectCaughtBy)
  })
})

test('each names what proves it: what any violation would meet is refused, and another violation proves nothing', async () => {
  async function* lives() {
    yield { line: 'SEED=1', violations: [] }
    yield { line: 'SEED=2', violations: ['something else is wrong'] }
  }
  await expect(firstToBite(lives(), '')).rejects.toThrow(TypeError)
  expect(await firstToBite(lives(), 'sent 2 times')).toEqual({ lived: 2, violations: [] })
  expect(await firstToBite(lives(), 'something else')).toMatchObject({ line: 'SEED=2', lived: 2 })
})

test('there are a dozen mistakes at least, and each is named once', () => {
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length)
  expect(mistakes.length).toBeGreaterThanOrEqual(12)
})

test.each(mistakes.flatMap(({ edits }) => edits))('the source still reads as it did when a mistake was thought of: $file', (edit) => {
  const source = readFileSync(new URL(edit.file, top), 'utf8')
  expect(withMistake(source, edit)).not.toBe(source)
  expect(() => withMistake(source.replace(edit.find, ''), edit)).toThrow(TypeError)
})
