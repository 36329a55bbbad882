import { describe, expect, test } from 'vitest'
import { deeds } from './harness/deeds.ts'
import { run } from './harness/run.ts'
import { lifeOf, orderOfDeed, sweep } from './harness/sweep.ts'

/*
 * Every call that leaves the process while a deed is done is a place where it can die, before the call has an effect or after it. For each
 * of them: run until there, die, and let a fresh process finish; people whose request was not answered ask again, as they would. Here at
 * every ninth call; `npm run test:faults -- sweep` dies at all of them.
 */

const every = 9

describe('whenever the process dies', () => {
  test.each(deeds)('C3.10 C3.12 C4.12 nothing is done twice and nothing is lost: $name', { timeout: 300_000 }, async (deed) => {
    let lived = 0
    for await (const { line, violations, died } of sweep(deed, every)) {
      expect({ line, violations, died }).toEqual({ line, violations: [], died: 'as-meant' })
      lived += 1
    }
    expect(lived).toBeGreaterThan(10)
  })
})

test('a life in which nobody died at the point that was meant is told from one in which somebody did', { timeout: 60_000 }, async () => {
  const [deed] = deeds
  if (!deed) throw new TypeError('there are no deeds')
  const never = await run(orderOfDeed(deed, 'crash-before@99999999'))
  expect(lifeOf(never, 1).died).toBe('not-as-meant')
  expect(lifeOf(await run(orderOfDeed(deed, 'crash-before@20')), 1).died).toBe('as-meant')
})
