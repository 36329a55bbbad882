import { daysBefore, londonDay } from '../kernel/london.ts'
import type { DutyId, MemberId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { isInOffice } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isPostponed } from '../sessions/postponed.ts'
import type { Session } from '../sessions/session.ts'
import type { Duty } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import { intention } from './told.ts'

/** One message beyond the reminders that an officer had sent to a Member: what counts towards the council's cap. */
export type Alert = { readonly memberId: MemberId; readonly dutyId: DutyId; readonly at: Instant }

/** Why nobody of a session is asked again, however many have not answered. */
export function whyNotChased(session: Session, now: Instant): 'cancelled' | 'untagged' | 'postponed' | 'started' | undefined {
  if (session.standing.kind !== 'standing') return session.standing.kind
  if (isPostponed(session)) return 'postponed'
  return isAtOrAfter(now, session.startsAt) ? 'started' : undefined
}

/** C4.13: everyone invited who has neither accepted nor declined, and will be in office. */
export function chaseable(
  { invitations, startsAt }: Pick<Session, 'invitations' | 'startsAt'>,
  members: readonly Member[],
): readonly Member[] {
  const open = new Set(invitations.filter((each) => ['none', 'tentative'].includes(intention(each))).map(({ memberId }) => memberId))
  return members.filter((member) => open.has(member.id) && isInOffice(member, londonDay(startsAt)))
}

/** From when on an alert counts: the same time of day a week ago, by London's clocks. */
export function alertsCountFrom(now: Instant): Instant {
  return daysBefore(now, 7)
}

/** Those of whom one more message would be more than the council allows in a week. 0: none may be sent at all. */
export function spared(
  members: readonly Member[],
  sent: readonly Alert[],
  { alerts }: Pick<Rulebook, 'alerts'>,
  now: Instant,
): ReadonlySet<MemberId> {
  const from = alertsCountFrom(now)
  const counts = Map.groupBy(
    sent.filter(({ at }) => isAtOrAfter(at, from)),
    ({ memberId }) => memberId,
  )
  return new Set(members.filter(({ id }) => (counts.get(id)?.length ?? 0) >= alerts.perMemberPerWeek).map(({ id }) => id))
}

/** One message for each, by the channel by which those without an answer are asked: a card, or an email where the bot knows nobody. */
export function chaseDuties(session: Session, number: number, members: readonly Member[], now: Instant): readonly Duty[] {
  return members.map((member) =>
    dutyOf(session.id, { kind: 'chase', memberId: member.id, number }, member.personId ? 'card' : 'email', {
      notBefore: now,
      notAfter: session.startsAt,
    }),
  )
}
