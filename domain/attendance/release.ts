import type { MemberId } from '../kernel/ids.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionSummary } from '../sessions/session-record.ts'

/** The run of the course at which a Member has been: what the course was needed for is met, whichever it was (C2.12). */
export function runAttendedBy(
  memberId: MemberId,
  session: Pick<Session, 'id'>,
  runs: readonly SessionSummary[],
): SessionSummary | undefined {
  return runs.find((run) => run.id !== session.id && run.standing.kind === 'standing' && run.attended?.includes(memberId))
}

export type ToRelease = { readonly memberId: MemberId; readonly attended: SessionSummary }

/**
 * Members with an open invitation to a session who have been at another run: their places can be offered for release (C2.12).
 *
 * Offered and never taken: whether to give a place up is the Member's to say. Whoever declined holds none.
 */
export function toRelease(session: Pick<Session, 'id' | 'invitations'>, runs: readonly SessionSummary[]): readonly ToRelease[] {
  return session.invitations.flatMap(({ memberId, response }) => {
    const attended = response === 'declined' ? undefined : runAttendedBy(memberId, session, runs)
    return attended ? [{ memberId, attended }] : []
  })
}
