import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'

/** Milliseconds that an instance's clock may be out by and nobody minds, and from which somebody must look. */
const tolerated = 2_000
const worrying = 30_000
/** Storage refuses whatever is dated a quarter of an hour off: what is further off than that is no clock's doing, and is not followed. */
const incredible = 15 * 60_000
/** A date of HTTP is cut to the second. */
const cutTo = 1_000

export type AgreedClock = Clock & {
  /** `date` of a success that is storage's own, as it came just now, and when it was asked for, in milliseconds of `mono`. */
  heard(date: string | undefined, askedAt: number): void
}

/**
 * This machine's clock, put right by storage's. Instances wait by times that another one wrote, so they must go by one clock: with two
 * that differ by more than the settle time, one would look for a text before the other's call could have arrived, and send it again
 * (facts/reliability.md §10).
 */
export function agreedClock(own: Clock, log: Log): AgreedClock {
  let ahead = 0
  let setBacks = 0
  let wasIncredible = false
  const now = () => own.now().subtract({ milliseconds: ahead })

  function heard(date: string | undefined, askedAt: number): void {
    const said = Date.parse(date ?? '')
    if (Number.isNaN(said)) return
    const came = now().epochMilliseconds
    const asked = came - (own.mono() - askedAt)
    // Storage said so at some moment between the two. While that can be, nothing is known to be wrong.
    if (said <= came + tolerated && said + cutTo >= asked - tolerated) {
      wasIncredible = false
      return
    }
    // The least that makes it possible: how long an answer was on its way must never make a clock wrong to the other side.
    const found = Math.round(said > came ? came - said : asked - said - cutTo)
    if (Math.abs(ahead + found) > incredible) return tellIncredible(ahead + found)
    wasIncredible = false
    ahead += found
    if (found > 0) setBacks += 1
    log[Math.abs(ahead) > worrying ? 'error' : 'warn']('clock.corrected', { aheadSeconds: Math.round(ahead / 1_000) })
  }

  function tellIncredible(found: number): void {
    if (!wasIncredible) log.error('clock.in-doubt', { aheadSeconds: Math.round(found / 1_000) })
    wasIncredible = true
  }

  return { ...own, now, heard, setBacks: () => setBacks }
}
