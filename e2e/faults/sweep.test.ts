import { describe, expect, test } from 'vitest'
import { deeds } from './harness/deeds.ts'
import { sweep } from './harness/sweep.ts'

/*
 * Every call that leaves the process while a deed is done is a place where it can die, before the call has an effect or after it. For each
 * of them: run until there, die, and let a fresh process finish; people whose request was not answered ask again, as they would. Here at
 * every third call; `npm run test:faults -- sweep` dies at all of them.
 */

const every = 3

describe('whenever the process dies', () => {
  test.each(deeds)('C3.10 C3.12 C4.12 nothing is done twice and nothing is lost: $name', { timeout: 300_000 }, async (deed) => {
    let lived = 0
    for await (const { line, violations } of sweep(deed, every)) {
      expect({ line, violations }).toEqual({ line, violations: [] })
      lived += 1
    }
    expect(lived).toBeGreaterThan(10)
  })
})
