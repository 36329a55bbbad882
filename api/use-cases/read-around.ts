import type { Around } from '../../domain/meetings/clash.ts'
import { isTooNear, type Span } from '../../domain/meetings/meeting.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { Council } from '../ports/council.ts'

type Reading = Pick<Council, 'meetings' | 'sessions'>

/** What is longer than this is no meeting. */
const longestMeeting = { hours: 48 }
/** Nothing that is arranged lasts longer. */
export const longestDays = 14

/** What else is on when a session is: the meetings of the days about it, and the sessions that overlap it, whole. */
export async function aroundOf(council: Reading, session: Pick<Session, 'id'> & Span): Promise<Around> {
  const [meetings, overlapping] = await Promise.all([
    council.meetings.between(session.startsAt.subtract(longestMeeting), session.endsAt.add(longestMeeting)),
    overlappingWith(council, session),
  ])
  const records = await Promise.all(overlapping.map(async (id) => council.sessions.find(id)))
  return { meetings, sessions: records.flatMap((record) => record?.session ?? []) }
}

/** The same for a session that stands and is still to come; nobody minds what else was on when it was held. */
export async function aroundToCome(council: Reading & Pick<Council, 'clock'>, session: Session): Promise<Around | undefined> {
  const isToCome = session.standing.kind === 'standing' && isBefore(council.clock.now(), session.startsAt)
  return isToCome ? aroundOf(council, session) : undefined
}

/** The other sessions that overlap a span and stand, as lists show them. */
export async function overlappingWith({ sessions }: Reading, { id, ...span }: Pick<Session, 'id'> & Span): Promise<readonly SessionId[]> {
  const near = await sessions.between(span.startsAt.subtract({ hours: 24 * longestDays }), span.endsAt)
  return near.filter((other) => other.id !== id && other.standing.kind === 'standing' && isTooNear(other, span, 0)).map((other) => other.id)
}
