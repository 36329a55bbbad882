import type { SandboxClock } from '../service.ts'
import { Refused } from './refusal.ts'

type Sent = { readonly real: number; readonly shared: number }

/** How many within how many seconds, for one conversation. */
const perConversation = [
  { count: 7, seconds: 1 },
  { count: 8, seconds: 2 },
  { count: 60, seconds: 30 },
  { count: 1800, seconds: 3600 },
] as const
const perTenant = [{ count: 50, seconds: 1 }] as const

/**
 * Teams' limits on a bot. A call is recent only when it is recent by real time and by the shared clock too: a year lived in a minute
 * is no burst, and neither is an afternoon while the clock stands still.
 */
export function createLimits(clock: SandboxClock) {
  const sent = new Map<string, Sent[]>()

  function tooMany(key: string, limits: readonly { count: number; seconds: number }[], now: Sent): boolean {
    const earlier = sent.get(key) ?? []
    return limits.some(({ count, seconds }) => {
      const since = seconds * 1000
      return earlier.filter(({ real, shared }) => now.real - real < since && now.shared - shared < since).length >= count
    })
  }

  return {
    /** Throws when one more would be too many; else counts it. */
    count(conversationId: string): void {
      const now = { real: performance.now(), shared: clock.now().epochMilliseconds }
      if (tooMany(conversationId, perConversation, now) || tooMany('tenant', perTenant, now)) {
        throw new Refused(429, 'TooManyRequests', 'Too many requests', 1)
      }
      for (const [key, keep] of [[conversationId, 1800] as const, ['tenant', 50] as const]) {
        sent.set(key, [...(sent.get(key) ?? []), now].slice(-keep))
      }
    },
  }
}
