import type { Result } from '../../domain/kernel/result.ts'
import type { Day } from '../../domain/kernel/time.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'

/** Something about the calendar that could not be read, or not be understood. What it concerns is listed, never guessed. */
export type CalendarDoubt = {
  readonly committee: string
  /** `unread`: the whole of that committee's calendar, of which what was known before still stands. */
  readonly because: 'unread' | 'no-number' | 'unreadable-date' | 'unreadable-time' | 'ends-before-it-begins'
  /** Of the meeting that could not be read, where it has one: what was known of that meeting before still stands. */
  readonly number?: string
  /** As it was written. */
  readonly given?: string
}

export type MeetingsRead = {
  /** Every committee whose calendar was looked at, those apart that could not be read. */
  readonly committees: readonly string[]
  readonly meetings: readonly CommitteeMeeting[]
  readonly doubts: readonly CalendarDoubt[]
}

export type MeetingsRefusal =
  /** The register's address is not one of a web service that publishes meetings too, or there is none. */
  | { readonly kind: 'no-calendar' }
  | { readonly kind: 'unreadable'; readonly because: 'too-large' | 'not-xml' | 'another-document' | 'sent-elsewhere' }
  /** A council without committees is a mistake somewhere. */
  | { readonly kind: 'no-committees' }

/** Where a council publishes the meetings of its committees. */
export interface MeetingsSource {
  /**
   * Every meeting of the days from the one to the other, both included, as published now. Throws `Unavailable('modern-gov')` when the
   * calendar cannot be had.
   */
  read(registerUrl: string | undefined, span: CalendarSpan, signal: AbortSignal): Promise<Result<MeetingsRead, MeetingsRefusal>>
}

export type CalendarSpan = { readonly from: Day; readonly to: Day }
