import type { Day, Instant } from './time.ts'
import { Temporal } from './time.ts'

const zone = 'Europe/London'

/** The day on which an instant falls in London: in summer 23:30Z is already tomorrow. */
export function londonDay(at: Instant): Day {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}

/**
 * The instant at which London's clocks show a wall time ("09:00") on a day (C14.11).
 *
 * Trap: on the last Sunday of March 01:00 to 02:00 does not exist, and the time after the gap is taken; on the last Sunday
 * of October it comes twice, and the first is taken.
 */
export function inLondon(on: Day, wallTime: string): Instant {
  return on.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(wallTime) }).toInstant()
}

/** What London's clocks show, as "18:30". */
export function londonTime(at: Instant): string {
  return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The same time of day so many days before, by London's clocks: across a change of them not so many times 24 hours. */
export function daysBefore(at: Instant, days: number): Instant {
  return at.toZonedDateTimeISO(zone).subtract({ days }).toInstant()
}

/** C14.4: whether a session is a day one or an evening one. `eveningFrom` is a wall time of the rulebook. */
export function partOfDay(startsAt: Instant, eveningFrom: string): 'day' | 'evening' {
  return londonTime(startsAt) >= eveningFrom ? 'evening' : 'day'
}
