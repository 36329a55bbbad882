import { Temporal } from 'temporal-polyfill'

/** The council's clock on the wall. Everything the desk shows is London's time. */
const zone = 'Europe/London'

export type Moment = Temporal.Instant

export function momentOf(iso: string): Moment {
  return Temporal.Instant.from(iso)
}

export function inLondon(at: Moment): Temporal.ZonedDateTime {
  return at.toZonedDateTimeISO(zone)
}

/** A wall time of London as an instant, for Graph's `dateTime` with `timeZone` Europe/London: no offset stands in it. */
export function wallTime(dateTime: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(dateTime.replace(/Z$/, '')).toZonedDateTime(zone)
}

function worded(at: Temporal.ZonedDateTime, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at.epochMilliseconds).replace(',', '')
}

/** "2:10pm", "10am", "noon". */
export function timeWords(at: Temporal.ZonedDateTime): string {
  if (at.minute === 0 && at.hour === 12) return 'noon'
  if (at.minute === 0 && at.hour === 0) return 'midnight'
  const hour = at.hour % 12 === 0 ? 12 : at.hour % 12
  const minutes = at.minute === 0 ? '' : `:${String(at.minute).padStart(2, '0')}`
  return `${hour}${minutes}${at.hour < 12 ? 'am' : 'pm'}`
}

/** "Tuesday 13 October 2026, 2:10pm". */
export function clockWords(now: Moment): string {
  const at = inLondon(now)
  return `${worded(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}, ${timeWords(at)}`
}

/** As a phone shows it: "2:10". */
export function phoneClock(now: Moment): string {
  const at = inLondon(now)
  const hour = at.hour % 12 === 0 ? 12 : at.hour % 12
  return `${hour}:${String(at.minute).padStart(2, '0')}`
}

/** "Thursday 22 October". */
export function dayWords(at: Temporal.ZonedDateTime): string {
  return worded(at, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** "Thu 22 Oct". */
export function shortDayWords(at: Temporal.ZonedDateTime): string {
  return worded(at, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** In a list of days to come: "Thursday 15", or "Thursday 5 Nov" in another month than now. */
export function listDayWords(at: Temporal.ZonedDateTime, now: Moment): string {
  const today = inLondon(now)
  const sameMonth = today.month === at.month && today.year === at.year
  return worded(at, sameMonth ? { weekday: 'long', day: 'numeric' } : { weekday: 'long', day: 'numeric', month: 'short' })
}

/** "Thursday 22 October, 2pm to 4pm". */
export function spanWords(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): string {
  const until = start.toPlainDate().equals(end.toPlainDate()) ? timeWords(end) : `${timeWords(end)} on ${dayWords(end)}`
  return `${dayWords(start)}, ${timeWords(start)} to ${until}`
}

/** Above a text: "Today, 2:21pm", "Thu 8 Oct, 10am". */
export function textStampWords(at: Moment, now: Moment): string {
  const then = inLondon(at)
  const day = then.toPlainDate().equals(inLondon(now).toPlainDate()) ? 'Today' : shortDayWords(then)
  return `${day}, ${timeWords(then)}`
}

/** Beside a mail: "2:12pm" today, else "8 Oct". */
export function mailStampWords(at: Moment, now: Moment): string {
  const then = inLondon(at)
  if (then.toPlainDate().equals(inLondon(now).toPlainDate())) return timeWords(then)
  return worded(then, { day: 'numeric', month: 'short' })
}

/** When something due will be: "3:21pm" today, "8am Thursday" within six days, else "4pm, Thu 29 Oct". */
export function dueWords(at: Moment, now: Moment): string {
  const then = inLondon(at)
  const days = inLondon(now).toPlainDate().until(then.toPlainDate()).days
  if (days <= 0) return timeWords(then)
  return days < 7 ? `${timeWords(then)} ${worded(then, { weekday: 'long' })}` : `${timeWords(then)}, ${shortDayWords(then)}`
}

/** "13 to 20 October", "28 October to 4 November", "13 October" when it is one day. */
export function rangeWords(from: Moment, to: Moment): string {
  const [start, end] = [inLondon(from), inLondon(to)]
  const full = { day: 'numeric', month: 'long' } as const
  if (start.toPlainDate().equals(end.toPlainDate())) return worded(end, full)
  return `${worded(start, start.month === end.month ? { day: 'numeric' } : full)} to ${worded(end, full)}`
}

/** How long passed, in the words of the buttons: "An hour", "2 days", "A week", "3 weeks". */
export function lapseWords(from: Moment, to: Moment): string {
  const hours = Math.round(from.until(to, { largestUnit: 'hour', smallestUnit: 'minute' }).total('hours'))
  const days = inLondon(from).toPlainDate().until(inLondon(to).toPlainDate()).days
  if (hours < 1) return 'A few minutes'
  if (hours < 24) return hours === 1 ? 'An hour' : `${hours} hours`
  if (days % 7 === 0) return days === 7 ? 'A week' : `${days / 7} weeks`
  return days <= 1 ? 'A day' : `${days} days`
}

/**
 * The day the first invitation is filled in for: a Thursday, next week or the one after, whose review is still to come.
 *
 * The review is five working days before, in the morning; hence more than seven days ahead.
 */
export function firstThursdayToReview(now: Moment): Temporal.PlainDate {
  const today = inLondon(now).toPlainDate()
  const soonest = today.add({ days: 8 })
  return soonest.add({ days: (4 - soonest.dayOfWeek + 7) % 7 })
}

/** The day that many working days before another. Weekends are skipped; of holidays the desk knows nothing. */
export function daysBefore(day: Temporal.PlainDate, workingDays: number): Temporal.PlainDate {
  let left = workingDays
  let each = day
  for (let step = 0; step < 60 && left > 0; step += 1) {
    each = each.subtract({ days: 1 })
    if (each.dayOfWeek < 6) left -= 1
  }
  return each
}
