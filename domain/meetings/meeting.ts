import type { Instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** One formal meeting of a committee, as the council's own calendar publishes it. */
export type CommitteeMeeting = {
  /** The publisher's own number of the meeting: the same when it is moved. */
  readonly number: string
  readonly committee: string
  readonly startsAt: Instant
  /** Only where it is published, which is seldom: most calendars say when a meeting begins and no more. */
  readonly endsAt?: Instant
  /** No time of day is published: it may be at any time of its day, so it takes up all of it. */
  readonly allDay?: true
  readonly place?: string
  /** A provisional meeting keeps its time as a confirmed one does; one that is cancelled or put off keeps none. */
  readonly status: 'confirmed' | 'provisional' | 'cancelled'
}

/** From when to when something takes up whoever is at it. */
export type Span = { readonly startsAt: Instant; readonly endsAt: Instant }

/** What a meeting takes up; where its end is not published, for as long as the rulebook takes meetings to last. */
export function spanOf({ startsAt, endsAt }: CommitteeMeeting, { meetings }: Pick<Rulebook, 'meetings'>): Span {
  return { startsAt, endsAt: endsAt ?? startsAt.add({ minutes: meetings.assumedMinutes }) }
}

/**
 * Whether two spans are so near that nobody can be at both: they overlap, or less than the buffer lies between them (C14.3).
 *
 * Units: minutes that pass, so that a night in which the clocks change is as long as it is. A buffer of 0 leaves overlaps alone.
 */
export function isTooNear(one: Span, other: Span, bufferMinutes: number): boolean {
  return Math.max(minutesBetween(one.endsAt, other.startsAt), minutesBetween(other.endsAt, one.startsAt)) < bufferMinutes
}

function minutesBetween(one: Instant, other: Instant): number {
  return one.until(other).total('minutes')
}
