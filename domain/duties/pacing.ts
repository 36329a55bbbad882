import type { Instant } from '../kernel/time.ts'

/**
 * Emails a minute of what goes to many at one moment. Exchange takes thirty from one mailbox, and both may leave at once: so their shares
 * together are fewer.
 */
const perMinute = { bulletin: 25, places: 4 } as const

/** When the email at an index of so many leaves. Worked out again it is the same moment. */
export function paced(from: Instant, index: number, kind: keyof typeof perMinute): Instant {
  return from.add({ minutes: Math.floor(index / perMinute[kind]) })
}
