import type { Tables } from '../../ports/tables.ts'
import { Unavailable } from '../../ports/unavailable.ts'

/** Milliseconds without an answer after which somebody who waits is told so, though it may still come. */
const slowAfter = 4_000

/**
 * Storage, with word of whether it answers: every page is made of it, so while it does not nobody could look up since when.
 *
 * An answer of any kind is one, also a refusal. `silent` comes again for each call that met it.
 */
export function watched(tables: Tables, note: (state: 'answers' | 'silent') => void): Tables {
  async function met<Value>(work: () => Promise<Value>): Promise<Value> {
    const slow = setTimeout(() => note('silent'), slowAfter)
    try {
      const value = await work()
      note('answers')
      return value
    } catch (fault) {
      if (fault instanceof Unavailable) note('silent')
      throw fault
    } finally {
      clearTimeout(slow)
    }
  }
  return {
    get: (pk, rk) => met(() => tables.get(pk, rk)),
    range: (pk, from, to, max) => met(() => tables.range(pk, from, to, max)),
    first: (pk, from, to, max) => met(() => tables.first(pk, from, to, max)),
    commit: (pk, ops) => met(() => tables.commit(pk, ops)),
  }
}
