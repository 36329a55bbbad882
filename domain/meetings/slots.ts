import { inLondon } from '../kernel/london.ts'
import { isBefore } from '../kernel/time.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { holidaysOf, isWorkingDay, schoolHolidayOn } from '../kernel/working-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { CommitteeMeeting, Span } from './meeting.ts'
import { isTooNear, spanOf } from './meeting.ts'

/** A time kept free of formal meetings. Nothing is owed for one: a session may be on any other day, and an unused one needs no word (C14.2). */
export type Slot = Span & {
  /** A session is on at the time already. */
  readonly taken: boolean
}

type Rules = Pick<Rulebook, 'programme' | 'meetings' | 'workingDays'>
type Time = Rulebook['programme']['slots']['times'][number]
type Candidate = Span & { readonly on: Day; readonly time: Time; readonly inHolidays: boolean }

export type Planned = { readonly meetings: readonly CommitteeMeeting[]; readonly sessions: readonly Span[] }

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
/** Days that a slot rather lies off its even place than in the school holidays, or at the time of day of the slot before. */
const ratherThanHolidays = 10
const ratherThanSameTime = 4

/**
 * Slots of a month, spread over it and taking the rulebook's times in turn; none clashes with a formal meeting (C14.1), and none is on a
 * day on which the council does not work (C14.6). Fewer than asked for where there is no room for more.
 *
 * Which they are does not depend on sessions or on today, so that a slot stays where it is once it has been used.
 */
export function slotsFor(firstOfMonth: Day, { meetings, sessions }: Planned, rules: Rules): readonly Slot[] {
  const free = candidatesIn(firstOfMonth, rules).filter((each) => !meetings.some((meeting) => isInTheWay(meeting, each, rules)))
  return spread(free, firstOfMonth, rules)
    .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt, taken: sessions.some((each) => isTooNear(each, { startsAt, endsAt }, 0)) }))
}

/** Those that somebody could still plan with. */
export function slotsToCome(slots: readonly Slot[], now: Instant): readonly Slot[] {
  return slots.filter(({ startsAt, taken }) => !taken && isBefore(now, startsAt))
}

function candidatesIn(first: Day, { programme, workingDays }: Rules): readonly Candidate[] {
  const holidays = holidaysOf(workingDays)
  const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }))
  return days
    .filter((on) => isWorkingDay(on, holidays))
    .flatMap((on) =>
      programme.slots.times
        .filter((time) => weekdays[on.dayOfWeek - 1] === time.on)
        .map((time) => ({
          on,
          time,
          startsAt: inLondon(on, time.from),
          endsAt: inLondon(on, time.until),
          inHolidays: schoolHolidayOn(on, workingDays) !== undefined,
        })),
    )
}

function isInTheWay(meeting: CommitteeMeeting, slot: Span, rules: Rules): boolean {
  return meeting.status !== 'cancelled' && isTooNear(spanOf(meeting, rules), slot, rules.programme.clashBufferMinutes)
}

/** As many equal parts of the month as slots: in the middle of each, or as near as may be. */
function spread(free: readonly Candidate[], first: Day, { programme }: Rules): readonly Candidate[] {
  const { perMonth, times } = programme.slots
  const chosen: Candidate[] = []
  for (let part = 0; part < perMonth; part += 1) {
    const middle = ((part + 0.5) * first.daysInMonth) / perMonth
    const wanted = times[part % times.length]
    const cost = ({ on, time, inHolidays }: Candidate) =>
      Math.abs(on.day - middle) + (inHolidays ? ratherThanHolidays : 0) + (time === wanted ? 0 : ratherThanSameTime)
    const left = free.filter((each) => !chosen.some((taken) => taken.on.equals(each.on)))
    const [best] = left.toSorted((one, other) => cost(one) - cost(other))
    if (best) chosen.push(best)
  }
  return chosen
}
