import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** A mistake put into the product's own source on purpose. */
export type Planted = {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Part of what the checkers then say, such that only this mistake, or one like it, makes them say it. */
  readonly expectCaughtBy: string
  /** Seeds that caught it when it was written down: tried first, because they bite early. */
  readonly seeds: readonly number[]
}

/** `find` stands exactly once in the file. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string }

export function plantedMistakes(): readonly Planted[] {
  return JSON.parse(readFileSync(new URL('planted.json', import.meta.url), 'utf8')) as readonly Planted[]
}

/** The source with the mistake in it. Throws `TypeError` where the source no longer reads as it did when the mistake was thought of. */
export function withMistake(source: string, { file, find, replace }: Edit): string {
  const parts = source.split(find)
  if (parts.length !== 2) throw new TypeError(`${file} has ${parts.length - 1} times, and should have once: ${find}`)
  return parts.join(replace)
}

/** From now on modules of this process are loaded with the mistakes in them. Those loaded already are as they were. */
export function plant(edits: readonly Edit[]): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      const own = edits.filter(({ file }) => url.endsWith(`/${file}`))
      if (own.length === 0) return loaded
      return { ...loaded, source: own.reduce(withMistake, textOf(loaded.source)) }
    },
  })
}

function textOf(source: unknown): string {
  if (typeof source === 'string') return source
  if (source instanceof Uint8Array) return new TextDecoder().decode(source)
  throw new TypeError('a module without a source')
}

export type Bitten = { readonly number?: number; readonly line?: string; readonly lived: number; readonly violations: readonly string[] }

/** The first of these seeds of which the checkers say what is expected. Throws `TypeError` for an expectation that anything would meet. */
export async function firstToBite(
  seeds: Iterable<number>,
  expected: string,
  live: (number: number) => Promise<{ readonly line: string; readonly violations: readonly string[] }>,
): Promise<Bitten> {
  if (expected.trim() === '') throw new TypeError('a planted mistake names what proves it')
  let lived = 0
  for (const number of seeds) {
    lived += 1
    const { line, violations } = await live(number)
    if (violations.some((violation) => violation.includes(expected))) return { number, lived, line, violations }
  }
  return { lived, violations: [] }
}
