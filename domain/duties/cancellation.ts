import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import { whyByTelephone } from '../members/text-preferences.ts'
import type { Session } from '../sessions/session.ts'
import type { Duty } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import type { OwedContext } from './owed-context.ts'
import { toldOneByOne } from './told.ts'

/**
 * What a cancelled session owes: calendars cleared when it was decided here, the reason asked for when it was cancelled in
 * Outlook, and at short notice a text to each Member who was coming and can be texted. The others are rung (`phoneListOf`).
 *
 * At once, whatever the hour: permitted hours are for reminders, and somebody may be about to travel.
 *
 * Clauses: C3.10, C3.11, C3.13.
 */
export function cancellationDuties(session: Session, context: OwedContext): readonly Duty[] {
  if (session.standing.kind !== 'cancelled') return []
  const { now, officers } = context
  const notices = noticeDuties(session, session.standing.at, context)
  if (session.standing.through === 'decision')
    return [dutyOf(session.id, { kind: 'cancel-event' }, 'calendar', { notBefore: now }), ...notices]
  if (session.standing.reason) return notices
  const organiser = session.organiser.id
  const channel = officers.some((officer) => officer.id === organiser) ? 'card' : 'email'
  return [dutyOf(session.id, { kind: 'ask-reason', officerId: organiser }, channel, { notBefore: now }), ...notices]
}

function noticeDuties(session: Session, cancelledAt: Instant, { members, rulebook, now }: OwedContext): readonly Duty[] {
  if (isAtOrAfter(now, session.startsAt)) return []
  return toldOneByOne(session, members, rulebook, cancelledAt)
    .filter((member) => whyByTelephone(member, rulebook) === undefined)
    .map((member) =>
      dutyOf(session.id, { kind: 'cancellation-notice', memberId: member.id }, 'text', { notBefore: now, notAfter: session.startsAt }),
    )
}
