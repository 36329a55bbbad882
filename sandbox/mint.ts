import type { Memory } from './memory.ts'
import { objectIdOf } from './object-id.ts'

/** Makes a new id of a kind. The same world in which the same things are done in the same order has the same ids, run after run. */
export type Mint = (kind: string) => string

export function createMint(memory: Memory, seed: string): Mint {
  const { from, counts } = memory.of('mint', () => ({ from: seed, counts: new Map<string, number>() }))
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return objectIdOf(kind, `${from}/${count}`)
  }
}
