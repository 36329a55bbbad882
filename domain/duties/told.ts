import type { Invitation } from '../sessions/session.ts'
import type { Response } from '../sessions/response.ts'
import type { Session } from '../sessions/session.ts'
import { isShortNotice } from '../sessions/short-notice.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { memberById } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** What a Member means to do: what was last asked of Quorate, until Outlook shows it, and else what Outlook shows. */
export function intention(invitation: Invitation): Response {
  return invitation.wanted?.answer ?? invitation.response
}

/**
 * The Members who are told of a cancellation one by one, besides Outlook's own notice: nobody when there is notice enough.
 *
 * A Member who accepted a time that was since moved counts as coming: better told twice than left standing at a door.
 *
 * Clauses: C3.11 (TH 4.26).
 */
export function toldOneByOne(
  session: Pick<Session, 'invitations' | 'startsAt'>,
  members: readonly Member[],
  rulebook: Pick<Rulebook, 'cancellation' | 'workingDays'>,
  cancelledAt: Instant,
): readonly Member[] {
  const inTime = !isShortNotice(session.startsAt, cancelledAt, rulebook)
  if (inTime || !isBefore(cancelledAt, session.startsAt)) return []
  return affected(session, members, rulebook)
}

/** Those whose answer says that a cancellation touches them, whatever the notice. */
export function affected(
  session: Pick<Session, 'invitations'>,
  members: readonly Member[],
  { cancellation }: Pick<Rulebook, 'cancellation'>,
): readonly Member[] {
  const roll = memberById(members)
  const tell: readonly Response[] = cancellation.tell
  return session.invitations.flatMap((invitation) => {
    const answers = [intention(invitation), ...(invitation.wanted ? [] : [invitation.answeredOldTime])]
    const touched = answers.some((answer) => answer !== undefined && tell.includes(answer))
    return touched ? (roll.get(invitation.memberId) ?? []) : []
  })
}
