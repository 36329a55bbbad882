import { daysBefore, londonDay } from '../kernel/london.ts'
import { day, isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { holidaysOf, schoolHolidayOn } from '../kernel/working-days.ts'
import type { Holidays } from '../kernel/working-days.ts'
import type { Span } from '../meetings/meeting.ts'
import type { CyclePeriod } from '../rulebook/planning.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { eventsAt } from './events.ts'
import type { Point } from './plan.ts'

type Rules = Pick<Rulebook, 'planning' | 'programme' | 'workingDays'>

/** What a day and a time have for and against them, whoever is to come. Clauses: C14.5, C14.6, C14.8, C14.9. */
export function datePoints(span: Span, rules: Rules, now: Instant): readonly Point[] {
  return [
    ...(isAtOrAfter(now, span.startsAt) ? [{ weight: 'refused', about: 'past' } as const] : []),
    ...noticePoints(span, rules, now),
    ...dayPoints(span, rules),
    ...cyclePoints(span, rules),
    ...eventPoints(span, rules),
  ]
}

/**
 * Whether inviting now would give less notice than the council promises itself. Exactly so many weeks, to the minute, is enough.
 *
 * Trap: wall time, so that across a clock change it is the same time of day (C14.9, C14.11).
 */
export function isShortOfNotice(startsAt: Instant, { planning }: Pick<Rulebook, 'planning'>, now: Instant): boolean {
  return isBefore(daysBefore(startsAt, 7 * planning.noticeWeeks), now)
}

function noticePoints({ startsAt }: Span, rules: Rules, now: Instant): readonly Point[] {
  const isShort = isBefore(now, startsAt) && isShortOfNotice(startsAt, rules, now)
  return isShort ? [{ weight: 'warning', about: 'notice', weeks: rules.planning.noticeWeeks }] : []
}

/** C14.6: of every day that it lasts, each thing once. */
function dayPoints(span: Span, { workingDays }: Rules): readonly Point[] {
  const days = daysOf(span)
  const holidays = holidaysOf(workingDays)
  const off = new Set(days.flatMap((on) => dayOff(on, holidays) ?? []))
  const labels = new Set(days.flatMap((on) => schoolHolidayOn(on, workingDays) ?? []))
  return [
    ...[...off].map((each) => ({ weight: 'warning', about: 'day-off', off: each }) as const),
    ...[...labels].map((label) => ({ weight: 'note', about: 'school-holiday', label }) as const),
  ]
}

function dayOff(on: Day, { bankHolidays, closures }: Holidays): 'weekend' | 'bank-holiday' | 'closure' | undefined {
  const iso = on.toString()
  return bankHolidays.has(iso) ? 'bank-holiday' : closures.has(iso) ? 'closure' : on.dayOfWeek > 5 ? 'weekend' : undefined
}

/** The first and the last day in London on which it is on: not the one at whose midnight it ends. */
function lastingFrom({ startsAt, endsAt }: Span): readonly [first: Day, last: Day] {
  return [londonDay(startsAt), londonDay(isBefore(startsAt, endsAt) ? endsAt.subtract({ milliseconds: 1 }) : startsAt)]
}

function daysOf(span: Span): readonly Day[] {
  const [first, last] = lastingFrom(span)
  return Array.from({ length: first.until(last).days + 1 }, (_, index) => first.add({ days: index }))
}

/** The parts of the electoral cycle in which a session would fall, as the rulebook dates them (C14.8). */
function cycleAt(span: Span, { planning }: Pick<Rulebook, 'planning'>): readonly CyclePeriod[] {
  const [first, last] = lastingFrom(span)
  return planning.cycle.filter(({ from, to }) => from <= last.toString() && to >= first.toString())
}

/** C14.8: what falls in the pre-election period, or on polling day, is to be checked for publicity before it is announced. */
export function sensitiveAt(span: Span, rules: Pick<Rulebook, 'planning'>): readonly CyclePeriod[] {
  return cycleAt(span, rules).filter(isSensitive)
}

function isSensitive({ part }: CyclePeriod): boolean {
  return part === 'pre-election' || part === 'polling-day' || part === 'ordinary-election'
}

function cyclePoints(span: Span, rules: Rules): readonly Point[] {
  const on = londonDay(span.startsAt).toString()
  const met = cycleAt(span, rules).map(
    (period) => ({ weight: isSensitive(period) ? 'warning' : 'note', about: 'cycle', ...period }) as const,
  )
  const isKnown = rules.planning.cycle.some(({ to }) => to >= on)
  return isKnown ? met : [...met, { weight: 'note', about: 'cycle-unknown' }]
}

/** Those to avoid are clashes, and are found as such. Unknown is not none: past the end of the calendar nobody has looked. */
function eventPoints(span: Span, rules: Rules): readonly Point[] {
  const mentioned = eventsAt(span, rules).filter(({ event }) => event.weight === 'mention')
  const met = mentioned.map((event) => ({ weight: 'note', about: 'event', ...event }) as const)
  const last = rules.planning.events
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  const isKnown = last !== undefined && day(last).until(londonDay(span.startsAt)).sign <= 0
  return isKnown ? met : [...met, { weight: 'note', about: 'events-unknown' }]
}
