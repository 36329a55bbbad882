import { inLondon, londonDay } from '../kernel/london.ts'
import { day, earliest, isBefore } from '../kernel/time.ts'
import type { Day, Instant } from '../kernel/time.ts'
import type { Span } from '../meetings/meeting.ts'
import type { PlannedEvent } from '../rulebook/planning.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { midnightOf, sunsetOn } from './sunset.ts'

type Rules = Pick<Rulebook, 'planning' | 'programme' | 'workingDays'>

/** An event that is on at a proposed time. `isSure`: it is on then even if its date is not off by a day. */
export type EventMet = {
  readonly event: PlannedEvent
  readonly isSure: boolean
  /** All that is met is the evening before its first day. */
  readonly isEve: boolean
}

/** Further than the widest margin and the evening before: what is beyond is not worth working out. */
const reach = { days: 5 }

/**
 * The religious and cultural events of the rulebook that are on at a time, those to avoid first, then by day.
 *
 * What ends as an event begins, or begins at the midnight on which it ends, does not meet it. An evening before begins at sunset, or when
 * the rulebook takes evenings to begin if that is earlier.
 *
 * Clauses: C14.5, C12.9. Trap: nothing here knows who keeps what, nor may it.
 */
export function eventsAt(span: Span, rules: Rules): readonly EventMet[] {
  const [first, last] = [londonDay(span.startsAt).subtract(reach), londonDay(span.endsAt).add(reach)].map(String)
  const near = rules.planning.events.filter(({ from, to }) => from <= (last ?? from) && to >= (first ?? to))
  const met = near.flatMap((event) => meeting(span, event, rules))
  return met.toSorted((one, other) => weighed(one) - weighed(other) || one.event.from.localeCompare(other.event.from))
}

function weighed({ event }: EventMet): number {
  return event.weight === 'avoid' ? 0 : 1
}

function meeting(span: Span, event: PlannedEvent, rules: Rules): readonly EventMet[] {
  const margin = event.uncertain ? rules.planning.uncertainDays : 0
  const shifts = Array.from({ length: 2 * margin + 1 }, (_, index) => index - margin)
  const meets = (shift: number) => isOnAt(span, event, shift, rules)
  if (!shifts.some(meets)) return []
  const isSure = meets(0)
  const shift = isSure ? 0 : (shifts.find(meets) ?? 0)
  return [{ event, isSure, isEve: event.eveningBefore && !isOnAt(span, { ...event, eveningBefore: false }, shift, rules) }]
}

function isOnAt(span: Span, event: PlannedEvent, shift: number, rules: Rules): boolean {
  const from = day(event.from).add({ days: shift })
  const to = day(event.to).add({ days: shift })
  const eve: readonly Span[] = event.eveningBefore
    ? [{ startsAt: eveningOf(from.subtract({ days: 1 }), rules), endsAt: midnightOf(from) }]
    : []
  const spans = event.hours === 'all-day' ? [{ startsAt: midnightOf(from), endsAt: after(to) }] : sunsetsMet(span, from, to, rules)
  return [...eve, ...spans].some((each) => isBefore(span.startsAt, each.endsAt) && isBefore(each.startsAt, span.endsAt))
}

/** Of a month of evenings only those that the span can meet. */
function sunsetsMet(span: Span, from: Day, to: Day, { workingDays }: Rules): readonly Span[] {
  const days = Array.from({ length: from.until(to).days + 1 }, (_, index) => from.add({ days: index }))
  const near = days.filter((on) => isBefore(midnightOf(on), span.endsAt) && isBefore(span.startsAt, after(on)))
  return near.map((on) => ({ startsAt: sunsetOn(on, workingDays.division), endsAt: after(on) }))
}

function after(on: Day): Instant {
  return midnightOf(on.add({ days: 1 }))
}

function eveningOf(on: Day, { programme, workingDays }: Rules): Instant {
  const sunset = sunsetOn(on, workingDays.division)
  return earliest([inLondon(on, programme.eveningFrom), sunset]) ?? sunset
}

/** From when to when an event is on at most, for whoever only names it. */
export function spanOfEvent(event: PlannedEvent): Span {
  return { startsAt: midnightOf(day(event.from)), endsAt: after(day(event.to)) }
}
