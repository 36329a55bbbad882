import { inLondon, londonDay, londonTime } from '../kernel/london.ts'
import { isBefore } from '../kernel/time.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { holidaysOf, isWorkingDay } from '../kernel/working-days.ts'
import type { CommitteeMeeting, Span } from '../meetings/meeting.ts'
import { isTooNear, spanOf } from '../meetings/meeting.ts'
import { slotsFor, slotsToCome } from '../meetings/slots.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { datePoints } from './date-points.ts'
import { eventsAt } from './events.ts'

export type OtherTime = Span & { readonly isSlot: boolean }
type Rules = Pick<Rulebook, 'planning' | 'programme' | 'workingDays' | 'meetings'>
type Known = {
  readonly meetings: readonly CommitteeMeeting[]
  readonly sessions: readonly Span[]
  readonly now: Instant
  /** The last day whose meetings are known. Absent: nobody can tell, and whoever asks is told so. */
  readonly meetingsUntil?: Day
}

const offered = 3
/** Calendar days after the proposed one on which the same time of day is tried. */
const daysTried = 28
/** Months whose slots are looked at, the first that of the plan. */
export const monthsTried = 3

/**
 * Other times at which nothing speaks against a session of the same length: slots of this month and the next two, and the same time of
 * day in the four weeks after, nearest first (C14.5, C12.9). Slots come first where both are offered: they are kept free for this. Past the
 * last day whose meetings are known none is offered: unknown is not free.
 */
export function otherTimes(plan: Span, known: Known, rules: Rules): readonly OtherTime[] {
  const candidates = [...slotsNear(plan, known, rules), ...sameTimeAfter(plan)]
  const free = candidates.filter((each) => isClear(each, known, rules))
  return free
    .filter((each, index) => free.findIndex(({ startsAt }) => startsAt.equals(each.startsAt)) === index)
    .slice(0, offered)
    .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
}

function slotsNear(plan: Span, { meetings, sessions, now }: Known, rules: Rules): readonly OtherTime[] {
  const first = londonDay(plan.startsAt).with({ day: 1 })
  const months = Array.from({ length: monthsTried }, (_, index) => first.add({ months: index }))
  const slots = months.flatMap((month) => slotsToCome(slotsFor(month, { meetings, sessions }, rules), now))
  const away = ({ startsAt }: Span) => Math.abs(startsAt.since(plan.startsAt).total('hours'))
  return slots
    .filter(({ startsAt }) => !startsAt.equals(plan.startsAt))
    .toSorted((one, other) => away(one) - away(other))
    .map(({ startsAt }) => ({ ...lasting(plan, startsAt), isSlot: true }))
}

function sameTimeAfter(plan: Span): readonly OtherTime[] {
  const [on, time] = [londonDay(plan.startsAt), londonTime(plan.startsAt)]
  const days = Array.from({ length: daysTried }, (_, index): Day => on.add({ days: index + 1 }))
  return days.map((each) => ({ ...lasting(plan, inLondon(each, time)), isSlot: false }))
}

function lasting({ startsAt, endsAt }: Span, from: Instant): Span {
  return { startsAt: from, endsAt: from.add(startsAt.until(endsAt)) }
}

function isClear(span: Span, { meetings, sessions, now, meetingsUntil }: Known, rules: Rules): boolean {
  if (meetingsUntil && londonDay(span.endsAt).until(meetingsUntil).sign < 0) return false
  if (!isBefore(now, span.startsAt) || !isWorkingDay(londonDay(span.startsAt), holidaysOf(rules.workingDays))) return false
  if (datePoints(span, rules, now).some(({ weight }) => weight !== 'note')) return false
  if (eventsAt(span, rules).some(({ event }) => event.weight === 'avoid')) return false
  if (sessions.some((each) => isTooNear(each, span, 0))) return false
  const held = meetings.filter(({ status }) => status !== 'cancelled')
  return !held.some((meeting) => isTooNear(spanOf(meeting, rules), span, rules.programme.clashBufferMinutes))
}
