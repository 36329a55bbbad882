import { sessionId } from '../../domain/kernel/ids.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { courseOf } from '../../domain/sessions/course.ts'
import { detailsFaults } from '../../domain/sessions/details.ts'
import type { DetailsFault, SessionDetails } from '../../domain/sessions/details.ts'
import { aimsBefore } from '../../domain/sessions/held.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { DetailsBody } from '../contracts/details.ts'
import type { Council } from '../ports/council.ts'
import { givenOf } from './given-details.ts'

export type DetailsRefusal =
  | { readonly kind: 'no-such-session' }
  | { readonly kind: 'faulty'; readonly faults: readonly DetailsFault[] }
  /** Somebody else put something down since; it is shown, and never written over. */
  | { readonly kind: 'changed-since-seen' }
  | { readonly kind: 'busy' }

type Order = DetailsBody & { readonly sessionId: SessionId }

const attempts = 6

/**
 * Writes down what an officer knows of a session. What she saw is held against the details alone, so that Members may go on answering
 * while she writes.
 *
 * Clauses: C1.3, C1.5, C1.15, C3.5, C3.6.
 */
export async function setDetails(council: Council, officer: Officer, order: Order): Promise<Result<SessionDetails, DetailsRefusal>> {
  const { clock, sessions, members, rulebook } = council
  const { sessionId: id, version, ...body } = order
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(id)
    if (!found) return refused({ kind: 'no-such-session' })
    const { session } = found
    if ((session.details?.version ?? 0) !== version) return refused({ kind: 'changed-since-seen' })

    const other = body.repeatOf === undefined ? undefined : await otherRun(council, session, body.repeatOf)
    const given = givenOf(body)
    const faults = detailsFaults(session, given, { rulebook, members: await members.all(), isOtherRun: other !== undefined })
    if (faults.length > 0) return refused({ kind: 'faulty', faults })

    const had = aimsBefore(session.details, given)
    const details = { ...given, ...had, version: version + 1, by: officer.id, byName: officer.name, at: clock.now() }
    const courseId = other?.courseId ?? courseOf(session.title)
    // The look that follows has the runs looked at that have one fewer to offer: asked for here, a crash would lose it.
    const left = courseId === session.courseId ? {} : { leftCourse: session.courseId }
    const history = [{ at: details.at, what: { kind: 'details-set', byName: officer.name, ...left } }] as const
    const written = await sessions.save({ session: { ...session, courseId, details }, history }, { etag: found.etag })
    if (written === 'saved') return ok(details)
  }
  return refused({ kind: 'busy' })
}

async function otherRun({ sessions }: Council, session: Session, named: string): Promise<Session | undefined> {
  if (named === session.id) return undefined
  return (await sessions.find(sessionId(named)))?.session
}
