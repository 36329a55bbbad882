import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { reportingYearOf } from '../../domain/reports/reporting-year.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import { gapsOf } from '../../domain/sessions/gaps.ts'
import type { Missing } from '../contracts/missing.ts'
import type { Council } from '../ports/council.ts'

/** As far ahead as sessions are announced. */
const hoursAhead = 24 * 366

/** C1.9, C1.10, C1.12: across sessions, what nobody has put down of each; soonest first, of those that are over the latest first. */
export async function readMissing({ clock, rulebook, sessions }: Council, time?: 'past'): Promise<Missing> {
  const now = clock.now()
  const begun = inLondon(reportingYearOf(rulebook.reporting.year, londonDay(now)).from, '00:00')
  const found = time === 'past' ? await sessions.between(begun, now) : await sessions.between(now, now.add({ hours: hoursAhead }))
  const standing = found.filter((session) => session.standing.kind === 'standing')
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
