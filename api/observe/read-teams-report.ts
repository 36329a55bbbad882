import { nextReportAt } from '../../domain/attendance/report-times.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Council } from '../ports/council.ts'
import type { OnlineMeetings } from '../ports/online-meetings.ts'
import { Unavailable } from '../ports/unavailable.ts'

const attempts = 4

/**
 * Asks Teams who joined a session that has ended, and keeps what it says beside the session: a suggestion for officers, recorded of nobody
 * (C2.6). When to ask again is written down before what was read.
 */
export async function readTeamsReport(
  { sessions, clock, rulebook }: Pick<Council, 'sessions' | 'clock' | 'rulebook'>,
  id: SessionId,
  meetings: OnlineMeetings,
  signal: AbortSignal,
): Promise<'read' | 'not-yet' | 'no-such-session'> {
  const record = await sessions.find(id)
  if (!record) return 'no-such-session'
  const { session, teamsReport } = record
  const due = nextReportAt(session, teamsReport, rulebook.attendance, clock.now())
  if (due === undefined || session.joinUrl === undefined) return 'not-yet'
  if (isBefore(clock.now(), due)) {
    await sessions.askTeamsReport(id, due)
    return 'not-yet'
  }
  const meeting = { organiser: session.organiser.id, joinUrl: session.joinUrl, from: session.startsAt, to: session.endsAt }
  const found = await meetings.attendance(meeting, signal)
  // What was read once is not forgotten for a later no.
  const report = { ...(found.kind === 'none' && teamsReport?.kind === 'read' ? teamsReport : found), at: clock.now() }
  const again = nextReportAt(session, report, rulebook.attendance, clock.now())
  if (again) await sessions.askTeamsReport(id, again)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const now = await sessions.find(id)
    if (!now) return 'no-such-session'
    const written = await sessions.save({ session: now.session, history: [], teamsReport: report }, { etag: now.etag })
    if (written === 'saved') return 'read'
  }
  throw new Unavailable('storage', 'a session keeps changing while its report is kept')
}
