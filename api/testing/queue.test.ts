import { expect, test } from 'vitest'
import type { Hint } from '../ports/queue.ts'
import { createHintsDouble } from './queue.ts'
import { hintsContract } from './queue-contract.ts'

hintsContract('the double in memory', async ({ hiddenFor }) => {
  let now = 0
  const hints = createHintsDouble(() => now, hiddenFor === undefined ? {} : { hiddenFor })
  return {
    hints,
    postRaw: async (text) => hints.postRaw(text),
    left: async () => hints.waiting(),
    pass: async () => (now += 100),
  }
})

/*
 * What follows the contract does not show, because on Azurite it would take as long as it says, or because nobody can ask it of Azurite.
 */

const job = (name: number): Hint => ({ kind: 'run-job', council: 'thamesbrook', job: `j${name}` })

test.each([
  { milliseconds: 119_999, again: 0 },
  { milliseconds: 120_000, again: 1 },
])('what nobody was done with comes again: $again after $milliseconds ms', async ({ milliseconds, again }) => {
  let now = 0
  const hints = createHintsDouble(() => now)
  await hints.post(job(1))
  expect(await hints.take()).toHaveLength(1)
  now = milliseconds
  expect(await hints.take()).toHaveLength(again)
})

async function orderBy(seed: number): Promise<string> {
  const hints = createHintsDouble(() => 0, { seed })
  for (let posted = 1; posted <= 8; posted += 1) await hints.post(job(posted))
  return (await hints.take()).map((taken) => (taken.kind === 'hint' && taken.hint.kind === 'run-job' ? taken.hint.job : '')).join()
}

test('they come in no order that anybody could lean on, and in the same for the same seed', async () => {
  const orders = await Promise.all([1, 2, 3, 4, 5].map(orderBy))
  expect(new Set(orders).size).toBeGreaterThan(1)
  expect(await Promise.all([1, 2, 3, 4, 5].map(orderBy))).toEqual(orders)
})
