import type { Day, Instant } from '../../domain/kernel/time.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'
import type { CalendarDoubt } from './meetings-source.ts'

/** How the calendar of committee meetings stands: when it was last read to the end, and what of it is in doubt. */
export type CalendarState = {
  readonly readAt?: Instant
  /** Days whose meetings were read then, both included. What lies beyond them nobody has looked at. */
  readonly from?: Day
  readonly to?: Day
  readonly committees: readonly string[]
  readonly doubts: readonly CalendarDoubt[]
  /**
   * Since when it could not be read; what was read before still stands. `emptied`: it was published without a single meeting to come,
   * which a calendar that had some does by mistake.
   */
  readonly failing?: { readonly since: Instant; readonly because: 'no-answer' | 'unreadable' | 'emptied' }
  /** A reading was broken off while it was being written down: the next one has everything that it may concern looked at. */
  readonly unfinished?: true
}

/** A council's committee meetings as last read: a copy of what is published, kept so that a month is one range of one partition. */
export interface Meetings {
  /** Those that start in the span, by start, whatever their status. */
  between(from: Instant, to: Instant): Promise<readonly CommitteeMeeting[]>
  /** Puts some in the place of others. Repeatable. */
  change(change: { readonly put: readonly CommitteeMeeting[]; readonly drop: readonly CommitteeMeeting[] }): Promise<void>
  /** Undefined: nobody has tried to read it yet. */
  calendar(): Promise<CalendarState | undefined>
  note(state: CalendarState): Promise<void>
}
