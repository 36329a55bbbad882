import type { Instant } from '../kernel/time.ts'
import type { Invitation, Session } from './session.ts'
import type { HistoryEntry, HistoryKind } from './session-record.ts'

/**
 * The lines that a session's history gains when Outlook is found to show something else than before (C2.1, C1.21).
 *
 * A Member's change of answer carries the time at which it was given; an answer that a move took away is nobody's act and
 * makes no line.
 */
export function changed(previous: Session | undefined, next: Session): readonly HistoryEntry[] {
  const at = next.readAt
  const line = (what: HistoryKind): HistoryEntry => ({ at, what })
  if (!previous) return [line({ kind: 'invited', members: next.invitations.length })]
  return [
    ...timeLines(previous, next).map(line),
    ...wordLines(previous, next).map(line),
    ...audienceLines(previous, next).map(line),
    ...answerLines(previous, next),
  ]
}

function timeLines(previous: Session, next: Session): readonly HistoryKind[] {
  if (!previous.startsAt.equals(next.startsAt)) return [{ kind: 'moved', from: previous.startsAt, to: next.startsAt }]
  if (!previous.endsAt.equals(next.endsAt)) return [{ kind: 'length-changed', from: previous.endsAt, to: next.endsAt }]
  return []
}

function wordLines(previous: Session, next: Session): readonly HistoryKind[] {
  const renamed = previous.title === next.title ? [] : [{ kind: 'renamed', from: previous.title, to: next.title } as const]
  if (previous.place === next.place) return renamed
  const from = previous.place === undefined ? {} : { from: previous.place }
  const to = next.place === undefined ? {} : { to: next.place }
  return [...renamed, { kind: 'place-changed', ...from, ...to }]
}

function audienceLines(previous: Session, next: Session): readonly HistoryKind[] {
  const added = missingFrom(previous.invitations, next.invitations)
  const gone = missingFrom(next.invitations, previous.invitations)
  return [
    ...(added > 0 ? [{ kind: 'invitation-widened', members: added } as const] : []),
    ...(gone > 0 ? [{ kind: 'invitation-narrowed', members: gone } as const] : []),
  ]
}

function missingFrom(these: readonly Invitation[], of: readonly Invitation[]): number {
  const known = new Set(these.map((invitation) => invitation.memberId))
  return of.filter((invitation) => !known.has(invitation.memberId)).length
}

function answerLines(previous: Session, next: Session): readonly HistoryEntry[] {
  const before = new Map(previous.invitations.map((invitation) => [invitation.memberId, invitation]))
  return next.invitations.flatMap((invitation) => {
    const from = before.get(invitation.memberId)?.response ?? 'none'
    const takenAway = invitation.answeredOldTime !== undefined && invitation.response === 'none'
    if (from === invitation.response || takenAway) return []
    const at: Instant = invitation.respondedAt ?? next.readAt
    return [{ at, what: { kind: 'responded', memberId: invitation.memberId, from, to: invitation.response } }]
  })
}
