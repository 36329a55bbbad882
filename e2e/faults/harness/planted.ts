import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** A mistake put into the product's own source on purpose. */
export type Planted = {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Part of what the checkers then say, such that only this mistake, or one like it, makes them say it. */
  readonly expectCaughtBy: string
  readonly where: Where
}

/**
 * `seeds`: those that caught it when it was written down, tried before two hundred others because they bite early. `deed`: where chance alone
 * would bring it about too rarely, what is done while this goes wrong at one call after another (`crash-after`, `pause:200000`).
 */
export type Where = { readonly seeds: readonly number[] } | { readonly deed: string; readonly processes: number; readonly fault: string }

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

export type Lived = { readonly line: string; readonly violations: readonly string[] }
export type Bitten = { readonly line?: string; readonly lived: number; readonly violations: readonly string[] }

/** The first of these lives of which the checkers say what is expected. Throws `TypeError` for an expectation that anything would meet. */
export async function firstToBite(lives: AsyncIterable<Lived>, expected: string): Promise<Bitten> {
  if (expected.trim() === '') throw new TypeError('a planted mistake names what proves it')
  let lived = 0
  for await (const { line, violations } of lives) {
    lived += 1
    if (violations.some((violation) => violation.includes(expected))) return { lived, line, violations }
  }
  return { lived, violations: [] }
}
