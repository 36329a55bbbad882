import type { SandboxClock } from '../service.ts'
import type { KeyType } from './account.ts'
import { Refused } from './refusal.ts'

export type Limits = { readonly aMinute: number; readonly aDay: number }

export const notifysLimits: Limits = { aMinute: 3000, aDay: 250_000 }

/** Counts what was sent. Minutes are real ones, since they guard machines; days end at midnight UTC by the shared clock. */
export function createLimits({ aMinute, aDay }: Limits, clock: SandboxClock) {
  const recent = new Map<KeyType, number[]>()
  const today = new Map<string, number>()

  return {
    /** Throws when one more would be too many; else counts it. */
    count(key: KeyType, type: 'sms' | 'email'): void {
      const now = performance.now()
      const within = (recent.get(key) ?? []).filter((at) => now - at < 60_000)
      if (within.length >= aMinute) {
        throw new Refused(429, 'RateLimitError', `Exceeded rate limit for key type ${key} of ${aMinute} requests per 60 seconds`)
      }
      recent.set(key, [...within, now])
      const day = `${type} ${clock.now().toString().slice(0, 10)}`
      const sent = today.get(day) ?? 0
      if (key === 'live' && sent >= aDay) {
        throw new Refused(429, 'TooManyRequestsError', `Exceeded send limits (${aDay}) for today`)
      }
      today.set(day, sent + 1)
    },
  }
}
