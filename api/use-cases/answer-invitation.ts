import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { asDue, dutyOf } from '../../domain/duties/duty-ids.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Answer } from '../../domain/sessions/response.ts'
import type { Invitation } from '../../domain/sessions/session.ts'
import type { DutyRecord, SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Council, SessionChange } from '../ports/council.ts'
import { answerDutyOf, answersOf } from './my-session-view.ts'

export type AnswerRefusal =
  | { readonly kind: 'no-such-session' }
  /** Not invited, or no longer: to her it is the same as a session that is not there. */
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'past' }
  | { readonly kind: 'busy' }

const attempts = 4

/**
 * Keeps a Member's answer and the duty to tell Outlook, in one write. The count changes when Outlook shows it: there is one truth,
 * and it is the calendar.
 *
 * Each change of mind is a duty of its own, and only the last is told. The answer that Outlook seems to hold already is told all the same: another one
 * given in Outlook may not have been read yet, and the later wish must stand. Clauses: C2.1, C1.21.
 */
export async function answerInvitation(
  { clock, sessions }: Pick<Council, 'clock' | 'sessions'>,
  member: Member,
  order: Order,
): Promise<Result<Answer, AnswerRefusal>> {
  return sessions.inTurn(order.sessionId, async () => answerNow({ clock, sessions }, member, order))
}

type Order = { readonly sessionId: SessionId; readonly answer: Answer }

async function answerNow(
  { clock, sessions }: Pick<Council, 'clock' | 'sessions'>,
  member: Member,
  order: Order,
): Promise<Result<Answer, AnswerRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(order.sessionId)
    if (!found) return refused({ kind: 'no-such-session' })
    const now = clock.now()
    const refusal = whyNot(found, member, now)
    if (refusal) return refused(refusal)

    const change = changeFor(found, member, order.answer, now)
    // Somebody else's answer in between changes nothing about this one: it is decided again on the newer record.
    if (!change || (await sessions.save(change, { etag: found.etag })) === 'saved') return ok(order.answer)
  }
  return refused({ kind: 'busy' })
}

function whyNot({ session }: SessionRecord, member: Member, now: Instant): AnswerRefusal | undefined {
  const invited = session.invitations.some((invitation) => invitation.memberId === member.id)
  if (!invited || session.standing.kind === 'untagged') return { kind: 'not-invited' }
  if (session.standing.kind === 'cancelled') return { kind: 'cancelled' }
  return isAtOrAfter(now, session.startsAt) ? { kind: 'past' } : undefined
}

function changeFor(record: SessionRecord, member: Member, answer: Answer, now: Instant): SessionChange | undefined {
  const { session, duties } = record
  const mine = session.invitations.find((invitation) => invitation.memberId === member.id)
  const latest = answerDutyOf(duties, member.id)
  if (!mine || isOnItsWay(mine, latest, answer)) return undefined

  const number = answersOf(duties, member.id).length + 1
  const duty = dutyOf(session.id, { kind: 'answer', memberId: member.id, answer, number }, 'calendar', {
    notBefore: now,
    notAfter: session.startsAt,
  })
  // Where Outlook shows it already nothing will change there by which it could be seen that it was told, so nothing is shown as on its way.
  const asked = isShown(mine, answer) ? mine : { ...mine, wanted: { answer, at: now } }
  return {
    session: { ...session, invitations: session.invitations.map((each) => (each === mine ? asked : each)) },
    history: [],
    duties: [asDue(duty)],
  }
}

/** The same was asked before, and Outlook is still to show it. */
function isOnItsWay({ wanted }: Invitation, latest: DutyRecord | undefined, answer: Answer): boolean {
  const failed = latest?.state.kind === 'done' && latest.state.outcome.kind !== 'sent'
  return wanted?.answer === answer && !failed
}

/** Outlook showed it, for the time that now stands, when it was last read. */
function isShown({ wanted, response, answeredOldTime }: Invitation, answer: Answer): boolean {
  return !wanted && response === answer && answeredOldTime === undefined
}
