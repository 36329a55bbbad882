import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { isSame } from '../../domain/kernel/same.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'
import type { Council } from '../ports/council.ts'
import type { CalendarState } from '../ports/meetings.ts'
import type { CalendarDoubt, CalendarSpan, MeetingsRead, MeetingsSource } from '../ports/meetings-source.ts'
import { Unavailable } from '../ports/unavailable.ts'

type Reading = Pick<Council, 'profile' | 'clock' | 'meetings' | 'sessions'>

/** What became of it. `refused`: what is published is not a calendar that can be believed, and what was known before still stands. */
export type MeetingsOutcome = { readonly kind: 'read'; readonly changed: number } | { readonly kind: 'refused'; readonly because: string }

/** Calendars of meetings are agreed a year at a time, some months before it begins. */
const monthsAhead = 18
/** A calendar that had at least so many meetings to come has not lost all of them. */
const tooManyToLose = 5

/**
 * Brings what is known of committee meetings up to what is published, and has every session looked at that a change may concern.
 *
 * Nothing is written before all of it was read. Whatever cannot be read keeps what was known of it, and since when is kept with it.
 * Throws `Unavailable` when there is no answer.
 *
 * Clauses: C14.1, C14.3.
 */
export async function readMeetings(council: Reading, source: MeetingsSource, signal: AbortSignal): Promise<MeetingsOutcome> {
  const { profile, clock, meetings } = council
  const now = clock.now()
  const today = londonDay(now)
  const span = { from: today.with({ day: 1 }).subtract({ months: 1 }), to: today.add({ months: monthsAhead }) }
  const state = (await meetings.calendar()) ?? { committees: [], doubts: [] }
  const published = await orFailing(council, state, () => source.read(profile.registerUrl, span, signal))
  if (!published.ok) {
    const because = published.refusal.kind
    if (because !== 'no-calendar') await noteFailing(council, state, 'unreadable')
    return { kind: 'refused', because }
  }
  const known = await meetings.between(inLondon(span.from, '00:00'), inLondon(span.to.add({ days: 1 }), '00:00'))
  if (isEmptied(known, published.value, now)) {
    await noteFailing(council, state, 'emptied')
    return { kind: 'refused', because: 'emptied' }
  }
  const changed = await write(council, { state, known, read: published.value, span })
  return { kind: 'read', changed }
}

async function orFailing<Value>(council: Reading, state: CalendarState, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof Unavailable && fault.dependency === 'modern-gov') await noteFailing(council, state, 'no-answer')
    throw fault
  }
}

async function noteFailing({ meetings, clock }: Reading, state: CalendarState, because: NonNullable<CalendarState['failing']>['because']) {
  if (state.failing?.because === because) return
  await meetings.note({ ...state, failing: { since: state.failing?.since ?? clock.now(), because } })
}

/** What is in doubt is not lost: of that nothing was published, one way or the other. */
function isEmptied(known: readonly CommitteeMeeting[], { meetings, doubts }: MeetingsRead, now: Instant): boolean {
  const toCome = (all: readonly CommitteeMeeting[]) => all.filter(({ startsAt }) => isBefore(now, startsAt)).length
  return toCome(known.filter((meeting) => !isInDoubt(meeting, doubts))) >= tooManyToLose && toCome(meetings) === 0
}

type Writing = {
  readonly state: CalendarState
  readonly known: readonly CommitteeMeeting[]
  readonly read: MeetingsRead
  readonly span: CalendarSpan
}

/**
 * Writes what differs. Broken off in between, nothing would differ the next time and no session would be looked at for it: so it is
 * written down first that there is something unfinished, and the next reading has all of them looked at.
 */
async function write(council: Reading, { state, known, read, span }: Writing): Promise<number> {
  const { meetings, clock } = council
  const { put, drop } = differences(known, read)
  const { failing: _failing, unfinished, ...before } = state
  if (put.length + drop.length > 0) await meetings.note({ ...before, unfinished: true })
  await meetings.change({ put, drop })
  await lookAgain(council, unfinished ? [...known, ...read.meetings] : [...put, ...drop])
  await meetings.note({ readAt: clock.now(), ...span, committees: read.committees, doubts: read.doubts })
  return put.length + drop.length
}

/** What is published no more is dropped, and what may be published still, where nobody could read it, is kept as it was known. */
function differences(known: readonly CommitteeMeeting[], { meetings, doubts }: MeetingsRead) {
  const before = new Map(known.map((meeting) => [nameOf(meeting), meeting]))
  const after = new Map(meetings.map((meeting) => [nameOf(meeting), meeting]))
  return {
    put: [...after].filter(([name, meeting]) => !isSame(before.get(name), meeting)).map(([, meeting]) => meeting),
    drop: known.filter((meeting) => {
      const now = after.get(nameOf(meeting))
      return now ? !now.startsAt.equals(meeting.startsAt) : !isInDoubt(meeting, doubts)
    }),
  }
}

/** Whether a meeting may be one of those that could not be read: of which one nobody can say where no number tells. */
function isInDoubt({ committee, number }: CommitteeMeeting, doubts: readonly CalendarDoubt[]): boolean {
  return doubts.some((doubt) => doubt.committee === committee && isOfNoMeeting(doubt) && (doubt.number ?? number) === number)
}

/** The others are of a meeting that was read, though not all of it was. */
function isOfNoMeeting({ because }: CalendarDoubt): boolean {
  return because === 'unread' || because === 'no-number' || because === 'unreadable-date'
}

function nameOf({ committee, number }: CommitteeMeeting): string {
  return `${committee}~${number}`
}

const aDay = { hours: 24 }

/** Sessions still to come within a day of a meeting that came, went, moved or changed. */
async function lookAgain({ sessions, clock }: Reading, changed: readonly CommitteeMeeting[]): Promise<void> {
  const toCome = changed.filter(({ startsAt }) => isBefore(clock.now(), startsAt.add({ hours: 48 })))
  const times = toCome.map(({ startsAt }) => startsAt).toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)
  const [first, last] = [times[0], times.at(-1)]
  if (!first || !last) return
  const near = await sessions.between(first.subtract(aDay), last.add({ hours: 48 }))
  const isConcerned = ({ startsAt, endsAt }: (typeof near)[number]) =>
    times.some((at) => isBefore(startsAt.subtract(aDay), at.add(aDay)) && isBefore(at, endsAt.add(aDay)))
  for (const session of near) if (isConcerned(session) && isBefore(clock.now(), session.startsAt)) await sessions.askLook(session.id)
}
