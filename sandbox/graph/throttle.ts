import { Refusal } from './refusal.ts'

/** How many requests of one application a mailbox takes at a time. */
export const atOnce = 4

export type Throttle = {
  /** Takes a place, or refuses; give it back by calling what is returned. */
  enter(key: string): () => void
}

export function createThrottle(): Throttle {
  const inside = new Map<string, number>()
  return {
    enter(key) {
      const now = inside.get(key) ?? 0
      if (now >= atOnce) {
        // Fractions of a second are within the protocol, and have broken clients that read whole numbers.
        throw new Refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { 'Retry-After': '1.75' })
      }
      inside.set(key, now + 1)
      return () => {
        const left = (inside.get(key) ?? 1) - 1
        if (left > 0) inside.set(key, left)
        else inside.delete(key)
      }
    },
  }
}
