import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import { reportingYearOf } from '../../domain/reports/reporting-year.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import { gapsOf } from '../../domain/sessions/gaps.ts'
import { isPostponed } from '../../domain/sessions/postponed.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Missing } from '../contracts/missing.ts'
import type { Council } from '../ports/council.ts'

/** As far ahead as sessions are announced. */
const hoursAhead = 24 * 366

/** C1.9, C1.10, C1.12: across sessions, what nobody has put down of each; soonest first, of those that are over the latest first. */
export async function readMissing({ clock, rulebook, sessions }: Council, time?: 'past'): Promise<Missing> {
  const now = clock.now()
  const begun = inLondon(reportingYearOf(rulebook.reporting.year, londonDay(now)).from, '00:00')
  const found = await sessions.between(begun, time === 'past' ? now : now.add({ hours: hoursAhead }))
  // What is postponed is still to come, though the time at which it stands in Outlook may be over.
  const isPast = (session: SessionSummary) => isBefore(session.startsAt, now) && !isPostponed(session)
  const standing = found.filter((session) => session.standing.kind === 'standing' && isPast(session) === (time === 'past'))
  const rows = standing
    .toSorted((one, other) => (one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds) * (time === 'past' ? -1 : 1))
    .map((session) => ({
      sessionId: session.id,
      title: session.title,
      kindLabel: kindOf(rulebook, session.kind).label,
      startsAt: String(session.startsAt),
      gaps: [...gapsOf(session, rulebook)],
    }))
  return {
    rows: rows.filter(({ gaps }) => gaps.length > 0),
    looked: standing.length,
    holds: rulebook.planning.withoutAims === 'hold',
    now: String(now),
  }
}
