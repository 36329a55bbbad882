import { setTimeout as pause } from 'node:timers/promises'
import { Temporal } from '../../domain/kernel/time.ts'
import type { Clock } from '../ports/clock.ts'

/** This machine's time. `sleep` ends early, without an error, when its signal aborts. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  mono: () => performance.now(),
  async sleep(milliseconds, signal) {
    try {
      await pause(milliseconds, undefined, signal ? { signal } : {})
    } catch (thrown) {
      if (!signal?.aborted) throw thrown
    }
  },
}
