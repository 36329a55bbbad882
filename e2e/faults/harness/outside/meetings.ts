import type { Joined } from '../../../../domain/attendance/teams-report.ts'

/** An online meeting that was held: who joined it, and from when on Graph has a report of that. Milliseconds since 1970. */
export type Meeting = {
  readonly joinUrl: string
  readonly from: number
  readonly to: number
  readonly reportAt: number
  /** Teams' policy lets the application read the organiser's meetings. */
  readonly isAllowed: boolean
  readonly people: readonly Joined[]
}

/** Teams, as Graph tells of it: a report comes minutes after the end, and without the organiser's policy there is only a refusal. */
export type Meetings = {
  readonly held: ReadonlyMap<string, Meeting>
  hold(meeting: Meeting): void
  find(joinUrl: string): 'not-allowed' | 'not-found' | 'found'
  /** The reports of sittings that overlap the span. */
  reports(joinUrl: string, span: { readonly from: number; readonly to: number }): readonly Meeting[]
}

export function createMeetings(now: () => number): Meetings {
  const held = new Map<string, Meeting>()
  return {
    held,
    hold: (meeting) => void held.set(meeting.joinUrl, meeting),
    find(joinUrl) {
      const meeting = held.get(joinUrl)
      if (!meeting) return 'not-found'
      return meeting.isAllowed ? 'found' : 'not-allowed'
    },
    reports(joinUrl, { from, to }) {
      const meeting = held.get(joinUrl)
      return meeting && meeting.reportAt <= now() && meeting.from < to && from < meeting.to ? [meeting] : []
    },
  }
}
