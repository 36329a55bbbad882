import { Temporal } from 'temporal-polyfill'
import type { Committee, CommitteeMeeting } from '../control.ts'
import { inLondon, wallTime, type Moment } from '../dates.ts'
import { councilWords } from './words.ts'

/** A meeting in the council's calendar. `number` is its place in its committee's list, by which it is known. */
export type Held = {
  readonly committee: string
  readonly number: number
  readonly meeting: CommitteeMeeting
  readonly start: Temporal.ZonedDateTime
}

/** Every meeting of today and later, in order of starting. */
export function heldFrom(committees: readonly Committee[], now: Moment): Held[] {
  const today = inLondon(now).toPlainDate()
  const all = committees.flatMap(({ name, meetings }) =>
    meetings.flatMap((meeting, number) =>
      meeting === 'gone' ? [] : [{ committee: name, number, meeting, start: wallTime(meeting.start) }],
    ),
  )
  return all
    .filter(({ start }) => Temporal.PlainDate.compare(start.toPlainDate(), today) >= 0)
    .toSorted((one, other) => Temporal.ZonedDateTime.compare(one.start, other.start) || one.committee.localeCompare(other.committee))
}

/** A meeting as a form holds it; `until` may be empty, since the end of a meeting is often not known. */
export type MeetingDraft = { readonly day: string; readonly from: string; readonly until: string; readonly place: string }

export function draftOf({ start, end, place = '' }: CommitteeMeeting): MeetingDraft {
  return { day: start.slice(0, 10), from: start.slice(11, 16), until: end?.slice(11, 16) ?? '', place }
}

export function isWrong({ day, from, until }: MeetingDraft): boolean {
  return day === '' || from === '' || (until !== '' && until <= from)
}

export function meetingOf({ day, from, until, place }: MeetingDraft): CommitteeMeeting {
  return {
    start: `${day}T${from}`,
    ...(until !== '' && { end: `${day}T${until}` }),
    ...(place.trim() !== '' && { place: place.trim() }),
  }
}

/** Another day, time or place; whether it is held stays as it is. */
export function movedTo(draft: MeetingDraft): (meeting: CommitteeMeeting) => CommitteeMeeting {
  return ({ status }) => ({ ...meetingOf(draft), ...(status && { status }) })
}

export function cancelled(meeting: CommitteeMeeting): CommitteeMeeting {
  return { ...meeting, status: 'Cancelled' }
}

export function uncancelled(meeting: CommitteeMeeting): CommitteeMeeting {
  const { status: _, ...stands } = meeting
  return stands
}

/** The committee's list with one more meeting. */
export function withMeeting({ meetings }: Committee, meeting: CommitteeMeeting): Committee['meetings'] {
  return [...meetings, meeting]
}

/** The committee's list with one meeting changed, whatever it says now; all keep their places. Refuses in words when it was taken off. */
export function withChanged(
  { meetings }: Committee,
  number: number,
  change: (meeting: CommitteeMeeting) => CommitteeMeeting,
): Committee['meetings'] {
  const meeting = meetings[number]
  if (meeting === undefined || meeting === 'gone') throw new Error(councilWords.takenOff)
  return meetings.with(number, change(meeting))
}

/** Whether a list was read since a meeting was put into it: a list only grows, because a place is a number. */
export function hasPlace(committees: readonly Committee[], { committee, number }: Pick<Held, 'committee' | 'number'>): boolean {
  return committees.some(({ name, meetings }) => name === committee && number < meetings.length)
}
