import { checkInMinutesBefore, checkInState } from '../../domain/attendance/check-in.ts'
import { registerOf } from '../../domain/attendance/register.ts'
import { runAttendedBy } from '../../domain/attendance/release.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { SessionRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import type { MySessionPage } from '../contracts/my-training.ts'

type Session = SessionRecord['session']

/** What was recorded of one Member, for herself to read (C2.6). */
export function myAttendance(record: SessionRecord, member: Member, rulebook: Rulebook): Pick<MySessionPage, 'attendance'> {
  const row = registerOf(record, [member], rulebook).rows.find(({ memberId }) => memberId === member.id)
  if (!row?.standing || row.recorded === 'not-recorded') return {}
  const { by, pressedAt } = row.standing
  const who = by.kind === 'officer' ? { by: by.name } : {}
  return { attendance: { recorded: row.recorded, walkIn: row.walkIn, at: String(pressedAt), ...who } }
}

export function myCheckIn(session: Session, { attendance }: Rulebook, now: Instant): Pick<MySessionPage, 'checkIn'> {
  const { kind } = checkInState(session, attendance, now)
  if (kind !== 'open' && kind !== 'too-early') return {}
  const from = session.startsAt.subtract({ minutes: checkInMinutesBefore })
  return { checkIn: { from: String(from), until: String(session.endsAt) } }
}

/** C2.12: where she has been already, so that she need not come again. */
export function myOtherRun(session: Session, member: Member, runs: readonly SessionSummary[]): Pick<MySessionPage, 'attendedRun'> {
  const run = runAttendedBy(member.id, session, runs)
  return run ? { attendedRun: { sessionId: run.id, startsAt: String(run.startsAt) } } : {}
}
