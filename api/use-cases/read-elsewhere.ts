import type { SessionId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Elsewhere } from '../../domain/sessions/mandatory.ts'
import { rulesOfCourse } from '../../domain/sessions/rules-met.ts'
import { runsToCome } from '../../domain/sessions/other-runs.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Council } from '../ports/council.ts'

type Reading = Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'meetings'>

/** A year either way: what lies further off gates nothing that is decided now. */
const span = { hours: 24 * 366 }
const meetingsAhead = { hours: 24 * 183 }
/** The next runs that are read whole: of a later one the question says when it is and how many are coming, and no more. */
const mostRuns = 3
/** The next sessions that meet the same rules, read whole to see who has another way: more than any council holds within a year. */
const mostInstead = 12

/**
 * What else bears on a session's question: the other runs and the sessions that meet the same mandatory rules, each with its answers, and
 * the meetings that they gate. For a session that meets no rule only its runs are read (C3.4, C3.6, C3.15).
 */
export async function elsewhereOf(
  council: Reading,
  session: Session,
  otherRuns: readonly SessionSummary[],
  /** The run with which it is to be merged: read whole however late it is, for its room. */
  mergeWith?: string,
): Promise<Elsewhere> {
  const { clock, rulebook, sessions, meetings } = council
  const now = clock.now()
  const others = otherRuns.filter(({ id }) => id !== session.id)
  const rules = new Set(rulesOfCourse(session, others, rulebook).map(({ id }) => id))
  const runs = runsToCome(session, otherRuns, rulebook, now).filter(({ id }, at) => at < mostRuns || id === mergeWith)
  if (rules.size === 0) return { runs: others, sessions: await whole(council, runs), meetings: [], held: [] }

  const [near, ahead] = await Promise.all([
    sessions.between(now.subtract(span), now.add(span)),
    meetings.between(now, now.add(meetingsAhead)),
  ])
  const meetsOne = (other: SessionSummary) => rulesOfCourse(other, [session, ...others], rulebook).some(({ id }) => rules.has(id))
  const alike = near.filter((other) => other.id !== session.id && meetsOne(other))
  const since = session.standing.kind === 'cancelled' ? session.standing.at : now
  const instead = alike.filter((other) => isOffered(other) && isBefore(since, other.startsAt)).slice(0, mostInstead)
  return {
    runs: others,
    sessions: await whole(council, [...runs, ...instead]),
    meetings: ahead,
    held: alike.filter(({ attended }) => attended !== undefined),
  }
}

async function whole({ sessions }: Pick<Reading, 'sessions'>, summaries: readonly SessionSummary[]): Promise<readonly Session[]> {
  const ids = new Set<SessionId>(summaries.map(({ id }) => id))
  const records = await Promise.all([...ids].map(async (id) => sessions.find(id)))
  return records.flatMap((record) => record?.session ?? [])
}
