import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { day } from '../../domain/kernel/time.ts'
import type { Day } from '../../domain/kernel/time.ts'
import { holidaysOf } from '../../domain/kernel/working-days.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'
import { slotsFor, slotsToCome } from '../../domain/meetings/slots.ts'
import type { Member } from '../../domain/members/member.ts'
import { membersOf } from '../../domain/members/seats.ts'
import type { PlannedEvent } from '../../domain/rulebook/planning.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { MeetingView, ProgrammeMonth } from '../contracts/month.ts'
import type { Council } from '../ports/council.ts'
import type { CalendarState } from '../ports/meetings.ts'
import { onWire } from './on-wire.ts'
import { unreachableNow } from './read-context.ts'
import { rowsIn, type Span } from './read-programme.ts'

/** The whole weeks in which a month lies; `to` is the Monday after. */
export function weeksOf(firstOfMonth: Day): Span {
  const next = firstOfMonth.add({ months: 1 })
  return {
    from: firstOfMonth.subtract({ days: firstOfMonth.dayOfWeek - 1 }),
    to: next.dayOfWeek === 1 ? next : next.add({ days: 8 - next.dayOfWeek }),
  }
}

/**
 * One month to plan with: sessions, formal meetings, what is free of them, and the days on which nobody works (C14.1, C14.2, C14.6).
 */
export async function readMonth(council: Council, firstOfMonth: Day): Promise<ProgrammeMonth> {
  const { clock, rulebook, meetings, members } = council
  const now = clock.now()
  const weeks = weeksOf(firstOfMonth)
  const [{ rows, shown }, held, state, roll] = await Promise.all([
    rowsIn(council, weeks),
    meetings.between(inLondon(weeks.from, '00:00'), inLondon(weeks.to, '00:00')),
    meetings.calendar(),
    members.all(),
  ])
  const standing = shown.filter((session) => session.standing.kind === 'standing')
  const slots = slotsFor(firstOfMonth, { meetings: held, sessions: standing }, rulebook)
  return {
    now: String(now),
    month: firstOfMonth.toString().slice(0, 7),
    from: weeks.from.toString(),
    to: weeks.to.subtract({ days: 1 }).toString(),
    rows,
    meetings: held.map(meetingView),
    slots: slotsToCome(slots, now).map(({ startsAt, endsAt }) => ({ startsAt: String(startsAt), endsAt: String(endsAt) })),
    daysOff: daysOffIn(weeks, rulebook),
    schoolHolidays: schoolHolidaysIn(weeks, rulebook),
    marks: marksIn(weeks, rulebook),
    calendar: {
      ...calendarView(state, firstOfMonth),
      membersUnknown: membersUnknown(held, roll, rulebook),
    },
    categories: Object.keys(rulebook.recognition.categories),
    unreachable: unreachableNow(council),
  }
}

function meetingView(meeting: CommitteeMeeting): MeetingView {
  const { number, ...shown } = meeting
  return { meetingId: `${shown.committee} ${number}`, ...onWire(shown) }
}

function daysOffIn({ from, to }: Span, { workingDays }: Rulebook): ProgrammeMonth['daysOff'] {
  const { bankHolidays, closures } = holidaysOf(workingDays)
  const days = Array.from({ length: from.until(to).days }, (_, index) => from.add({ days: index }).toString())
  const off = days.filter((on) => bankHolidays.has(on) || closures.has(on))
  return off.map((on) => ({ on, kind: bankHolidays.has(on) ? 'bank-holiday' : 'closure' }))
}

function schoolHolidaysIn({ from, to }: Span, { workingDays }: Rulebook): ProgrammeMonth['schoolHolidays'] {
  const [first, last] = [from.toString(), to.subtract({ days: 1 }).toString()]
  return workingDays.schoolHolidays.filter((each) => each.from <= last && each.to >= first).map((each) => ({ ...each }))
}

/** What a planner is to see of the days: events of the rulebook's calendar and the evenings before, and the electoral cycle (C14.5, C14.8). */
function marksIn({ from, to }: Span, { planning }: Rulebook): ProgrammeMonth['marks'] {
  const [first, last] = [from.toString(), to.subtract({ days: 1 }).toString()]
  const cycle = planning.cycle.map(({ part: kind, label, from: begins, to: ends }) => ({ label, from: begins, to: ends, kind }))
  return [...cycle, ...planning.events.flatMap((event) => marksOf(event, planning))].filter((each) => each.from <= last && each.to >= first)
}

function marksOf(
  { label, from, to, eveningBefore, uncertain }: PlannedEvent,
  { uncertainDays }: Rulebook['planning'],
): ProgrammeMonth['marks'] {
  const doubt = uncertain && uncertainDays > 0 ? { isUncertain: true as const } : {}
  const mark = { label, kind: 'event', ...doubt } as const
  const eve = day(from).subtract({ days: 1 }).toString()
  return [...(eveningBefore ? [{ ...mark, from: eve, to: eve, isEve: true as const }] : []), { ...mark, from, to }]
}

function calendarView(state: CalendarState | undefined, firstOfMonth: Day): Omit<ProgrammeMonth['calendar'], 'membersUnknown'> {
  const { readAt, failing, to, doubts = [] } = state ?? {}
  const unread = doubts.filter(({ because }) => because === 'unread').map(({ committee }) => committee)
  const lastOfMonth = firstOfMonth.with({ day: firstOfMonth.daysInMonth })
  return {
    state: failing ? 'failing' : readAt ? 'read' : 'none',
    ...(readAt ? { readAt: String(readAt) } : {}),
    ...(failing ? { failing: onWire(failing) } : {}),
    isBeyond: to !== undefined && lastOfMonth.until(to).sign < 0,
    unread,
    doubts: doubts
      .filter(({ because }) => because !== 'unread')
      .map(({ committee, because, given }) => ({ committee, because, ...(given ? { given } : {}) })),
  }
}

function membersUnknown(held: readonly CommitteeMeeting[], roll: readonly Member[], rulebook: Rulebook): string[] {
  const unknown = held
    .filter(({ status }) => status !== 'cancelled')
    .filter(({ committee, startsAt }) => membersOf(committee, roll, rulebook, londonDay(startsAt)) === undefined)
  return [...new Set(unknown.map(({ committee }) => committee))].toSorted((one, other) => one.localeCompare(other, 'en-GB'))
}
