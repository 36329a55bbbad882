import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Clock } from '../ports/clock.ts'

/** A clock that stands still until it is moved. What sleeps wakes when the time has come, and not before. */
export type TestClock = Clock & {
  /** Moves the council's time, and the monotonic clock with it. Never backwards. */
  setTo(now: Instant): void
  /** Real time passes while the council's stands still: a pause of the process. */
  pass(milliseconds: number): void
}

export function createTestClock(start: Instant): TestClock {
  let now = start
  let mono = 0
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>()

  function pass(milliseconds: number): void {
    mono += milliseconds
    for (const sleeper of sleepers) if (sleeper.until <= mono) sleeper.wake()
  }

  return {
    now: () => now,
    mono: () => mono,
    pass,
    setTo(moved) {
      if (isBefore(moved, now)) throw new RangeError('time does not go backwards')
      const milliseconds = now.until(moved).total('milliseconds')
      now = moved
      pass(milliseconds)
    },
    async sleep(milliseconds, signal) {
      if (signal?.aborted) return
      await new Promise<void>((resolve) => {
        const sleeper = { until: mono + milliseconds, wake }
        function wake(): void {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', wake)
      })
    },
  }
}
