import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

test('work on one thing waits its turn, in order, and what fails holds up nobody; other things go on', async () => {
  const inTurn = oneAtATime()
  const told: string[] = []
  const work =
    (name: string, fails = false) =>
    async () => {
      told.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      told.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const asked = [inTurn('a', work('a1', true)), inTurn('a', work('a2')), inTurn('b', work('b1')), inTurn('a', work('a3'))]
  expect(await Promise.allSettled(asked)).toMatchObject([{ status: 'rejected' }, { value: 'a2' }, { value: 'b1' }, { value: 'a3' }])
  expect(told.filter((each) => each.startsWith('a'))).toEqual(['a1 begins', 'a1 ends', 'a2 begins', 'a2 ends', 'a3 begins', 'a3 ends'])
  expect(told.slice(0, 2)).toEqual(['a1 begins', 'b1 begins'])
})
