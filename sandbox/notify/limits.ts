import type { SandboxClock } from '../service.ts'
import type { KeyType } from './account.ts'
import { Refused } from './refusal.ts'

export type Limits = { readonly aMinute: number; readonly aDay: number }

export const notifysLimits: Limits = { aMinute: 3000, aDay: 250_000 }

/** Counts what was sent. Minutes are real ones, since they guard machines; days end at midnight UTC by the shared clock. */
export function createLimits({ aMinute, aDay }: Limits, clock: SandboxClock) {
  const recent = new Map<KeyType, number[]>()
  let today = { day: '', sent: { sms: 0, email: 0 } }

  return {
    /** Throws when one more would be too many; else counts it. */
    count(key: KeyType, type: 'sms' | 'email'): void {
      const now = performance.now()
      const within = recent.get(key) ?? []
      recent.set(key, within)
      while (within.length > 0 && now - (within[0] ?? now) >= 60_000) within.shift()
      if (within.length >= aMinute) {
        throw new Refused(429, 'RateLimitError', `Exceeded rate limit for key type ${key} of ${aMinute} requests per 60 seconds`)
      }
      within.push(now)
      if (key === 'test') return // nothing is sent, so no day has enough of it
      const day = clock.now().toString().slice(0, 10)
      if (today.day !== day) today = { day, sent: { sms: 0, email: 0 } }
      if (today.sent[type] >= aDay) throw new Refused(429, 'TooManyRequestsError', `Exceeded send limits (${aDay}) for today`)
      today.sent[type] += 1
    },
  }
}
