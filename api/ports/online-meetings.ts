import type { Joined, TeamsReport } from '../../domain/attendance/teams-report.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'

/** Which meeting: Teams finds it as its organiser's, by the address under which it is joined. */
export type OnlineMeeting = {
  readonly organiser: PersonId
  readonly joinUrl: string
  /** Of a series all occurrences are one meeting: only sittings that overlap this are meant. */
  readonly from: Instant
  readonly to: Instant
}

export type Attendance =
  | { readonly kind: 'read'; readonly people: readonly Joined[] }
  | { readonly kind: 'none'; readonly because: Extract<TeamsReport, { kind: 'none' }>['because'] }

/** Who joined a Teams meeting. An outage throws `Unavailable`. */
export interface OnlineMeetings {
  attendance(meeting: OnlineMeeting, signal: AbortSignal): Promise<Attendance>
}
