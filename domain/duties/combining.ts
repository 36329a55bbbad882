import type { SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { combinesSessions, reminderChannel } from '../members/text-preferences.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Response } from '../sessions/response.ts'
import type { Session } from '../sessions/session.ts'
import type { SameMorning } from './owed-context.ts'
import { arrangedAt } from './reminders.ts'

/**
 * The sessions that go into one morning text with this one: later ones of the same day that the Member means to attend. The
 * earliest session's text names them all; theirs are skipped as `combined` (C4.12). What has had a text of its own is not named again.
 */
export function combinedInto(
  session: Session,
  member: Member,
  sameMorning: readonly SameMorning[],
  rulebook: Rulebook,
): readonly SameMorning[] {
  const due = remindedThatDay(member, sameMorning, rulebook)
  if (due.some((other) => comesFirst(other, session))) return []
  return due.filter((other) => comesFirst(session, other) && !other.reminded)
}

/** The session whose text names this one too; undefined when this one speaks for itself. */
export function carriedBy(
  session: Session,
  member: Member,
  sameMorning: readonly SameMorning[],
  rulebook: Rulebook,
): SameMorning | undefined {
  const first = remindedThatDay(member, sameMorning, rulebook)
    .filter((other) => comesFirst(other, session))
    .toSorted((one, other) => (comesFirst(one, other) ? -1 : 1))
    .at(0)
  const answeredAt = session.invitations.find((invitation) => invitation.memberId === member.id)?.respondedAt
  const runAfterAll = session.decision?.choice === 'run' ? session.decision.at : undefined
  // A text that had gone before this session was arranged, accepted, or on again, cannot have named it.
  const unnamed = [arrangedAt(session), answeredAt, runAfterAll].some(
    (since) => since && first?.morningOf && isBefore(first.morningOf, since),
  )
  return unnamed ? undefined : first
}

function remindedThatDay(member: Member, sameMorning: readonly SameMorning[], rulebook: Rulebook): readonly SameMorning[] {
  if (!combinesSessions(member, rulebook) || reminderChannel(member, rulebook) !== 'text') return []
  const to: readonly Response[] = rulebook.reminders.morningOf.to
  return sameMorning.filter((other) => other.memberId === member.id && other.standing && to.includes(other.response))
}

function comesFirst(
  one: { readonly startsAt: Instant; readonly sessionId?: SessionId; readonly id?: SessionId },
  other: { readonly startsAt: Instant; readonly sessionId?: SessionId; readonly id?: SessionId },
): boolean {
  if (!one.startsAt.equals(other.startsAt)) return isBefore(one.startsAt, other.startsAt)
  return String(one.sessionId ?? one.id) < String(other.sessionId ?? other.id)
}
