import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { plantedMistakes, withMistake } from './harness/planted.ts'

/*
 * Checkers that never say anything prove nothing. So mistakes that others have made are put into the product's own source, one at a time
 * and in a process of its own, and each must be caught within two hundred seeds.
 */

const runner = fileURLToPath(new URL('harness/planted-run.ts', import.meta.url))
const top = new URL('../../', import.meta.url)

type Bitten = { readonly line?: string; readonly lived: number; readonly violations: readonly string[] }

async function lived(name: string): Promise<Bitten> {
  const { stdout } = await promisify(execFile)(process.execPath, [runner, name], { maxBuffer: 16 * 1024 * 1024 })
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

test('there are a dozen mistakes at least, and each is named once', () => {
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length)
  expect(mistakes.length).toBeGreaterThanOrEqual(12)
})

test.each(mistakes.flatMap(({ edits }) => edits))('the source still reads as it did when a mistake was thought of: $file', (edit) => {
  const source = readFileSync(new URL(edit.file, top), 'utf8')
  expect(withMistake(source, edit)).not.toBe(source)
  expect(() => withMistake(source.replace(edit.find, ''), edit)).toThrow(TypeError)
})
