import { Temporal } from 'temporal-polyfill'
import type { SandboxClock } from './service.ts'

type Timer = { readonly at: Temporal.Instant; readonly work: () => void | Promise<void> }

/** The clock as its owner holds it: only whoever moves time may set it. */
export type MovableClock = SandboxClock & {
  /** Throws `RangeError` backwards: what has happened cannot be undone. */
  set(to: Temporal.Instant): void
  /** When the next timer is due, which may be now. */
  next(): Temporal.Instant | undefined
  /** Runs the first timer that is due, if there is one, and says whether there was. */
  runNext(): Promise<boolean>
}

export function createClock(start: Temporal.Instant): MovableClock {
  let now = start
  const timers: Timer[] = []

  return {
    now: () => now,
    at(at, work) {
      const timer = { at, work }
      // After every other of the same instant: in order of asking.
      const place = timers.findLastIndex((each) => Temporal.Instant.compare(each.at, at) <= 0) + 1
      timers.splice(place, 0, timer)
      return {
        cancel() {
          const index = timers.indexOf(timer)
          if (index >= 0) timers.splice(index, 1)
        },
      }
    },
    set(to) {
      if (Temporal.Instant.compare(to, now) < 0) throw new RangeError('The clock only goes forward')
      now = to
    },
    next: () => timers[0]?.at,
    async runNext() {
      const [first] = timers
      if (!first || Temporal.Instant.compare(first.at, now) > 0) return false
      timers.shift()
      await first.work()
      return true
    },
  }
}
