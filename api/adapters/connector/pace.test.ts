import { expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/time.ts'
import { createTestClock } from '../../testing/clock.ts'
import { createPace } from './pace.ts'

const signal = new AbortController().signal
const start = instant('2026-10-15T08:00:00Z')

function paced() {
  const clock = createTestClock(start)
  const pace = createPace(clock)
  const turns = async (count: number, conversation = 'a:1') =>
    Promise.all(Array.from({ length: count }, async () => pace.turn(conversation, signal)))
  return { clock, pace, turns }
}

/** Lets whoever waits come to their sleep, and wakes them when their time has come. */
async function pass(clock: ReturnType<typeof createTestClock>, milliseconds: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  clock.pass(milliseconds)
  await new Promise((resolve) => setImmediate(resolve))
}

test('seven cards to one person go at once, and the eighth waits for its turn two seconds after the first', async () => {
  const { clock, pace, turns } = paced()
  expect(await turns(7)).toEqual([0, 0, 0, 0, 0, 0, 0])
  let turn: number | undefined
  const eighth = pace.turn('a:1', signal).then((came) => (turn = came))
  await pass(clock, 1_999)
  expect(turn).toBeUndefined()
  await pass(clock, 1)
  expect(await eighth).toBe(0)
})

test('others are not held up by one person’s cards, until the whole tenant has had forty in a second', async () => {
  const { clock, turns } = paced()
  const people = Array.from({ length: 8 }, (_, index) => `a:${index}`)
  for (const person of people) expect(await turns(5, person)).toEqual([0, 0, 0, 0, 0])
  let came = false
  const next = turns(1, 'a:next').then(() => (came = true))
  await pass(clock, 999)
  expect(came).toBe(false)
  await pass(clock, 1)
  await next
})

test('a turn that is far off is not waited for: it is said when to ask again', async () => {
  const { clock, turns, pace } = paced()
  for (let burst = 0; burst < 7; burst += 1) {
    await turns(7)
    clock.pass(2_000)
  }
  await turns(6)
  expect(await pace.turn('a:1', signal)).toBe(16) // thirty seconds after the first burst, of which fourteen have passed
})

test('whoever gives up waiting is told so', async () => {
  const { turns, pace } = paced()
  await turns(7)
  expect(await pace.turn('a:1', AbortSignal.abort())).toBe(2)
})

test('when the council’s clock has been moved on, what went before it is no burst any more', async () => {
  const { clock, turns } = paced()
  const real = clock.mono()
  await turns(7)
  clock.setTo(start.add({ seconds: 2 }))
  expect(clock.mono() - real).toBe(2_000)
  const rehearsed = { ...clock, mono: () => real }
  const pace = createPace(rehearsed)
  await Promise.all(Array.from({ length: 7 }, async () => pace.turn('a:1', signal)))
  clock.setTo(start.add({ seconds: 4 }))
  expect(await pace.turn('a:1', signal)).toBe(0)
})
