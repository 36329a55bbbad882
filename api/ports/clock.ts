import type { Instant } from '../../domain/kernel/time.ts'

export interface Clock {
  /** The council's time: what reminders and deadlines go by. May be moved in a rehearsal. */
  now(): Instant
  /** How often `now` has gone back, where it can: what was due may be due no longer. */
  setBacks?(): number
  /** Milliseconds that only ever go forward, for time limits and claims. */
  mono(): number
  /** Real time, whatever `now` says. Ends early, without an error, when `signal` aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
