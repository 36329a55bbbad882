import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

const nine = Temporal.Instant.from('2026-10-13T08:00:00Z')
const later = (minutes: number) => nine.add({ minutes })

async function runAll(clock: ReturnType<typeof createClock>): Promise<void> {
  for (let count = 0; count < 100; count += 1) if (!(await clock.runNext())) return
}

test('what is due runs in order of time, then of asking', async () => {
  const clock = createClock(nine)
  const ran: string[] = []
  clock.at(later(10), () => void ran.push('ten'))
  clock.at(later(5), () => void ran.push('five, first'))
  clock.at(later(5), () => void ran.push('five, second'))
  clock.set(later(10))
  await runAll(clock)
  expect(ran).toEqual(['five, first', 'five, second', 'ten'])
})

test('nothing runs a second early', async () => {
  const clock = createClock(nine)
  clock.at(later(5), () => undefined)
  clock.set(later(5).subtract({ seconds: 1 }))
  expect(await clock.runNext()).toBe(false)
  clock.set(later(5))
  expect(await clock.runNext()).toBe(true)
})

test('what was called off does not run', async () => {
  const clock = createClock(nine)
  const timer = clock.at(nine, () => expect.unreachable())
  timer.cancel()
  expect(await clock.runNext()).toBe(false)
  expect(clock.next()).toBeUndefined()
})

test('the clock refuses to go back', () => {
  const clock = createClock(nine)
  expect(() => clock.set(nine.subtract({ nanoseconds: 1 }))).toThrow('only goes forward')
})
