import type { MemberId } from '../kernel/ids.ts'
import { inLondon, londonDay, londonTime } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { earliest, isAtOrAfter, isBefore } from '../kernel/time.ts'
import { memberById } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import { isInOffice } from '../members/member.ts'
import { reminderChannel } from '../members/text-preferences.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Response } from '../sessions/response.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import type { Duty, ReminderKind } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import { owedAnew } from './reminders-anew.ts'
import { intention } from './told.ts'

type ReminderRules = Pick<Rulebook, 'reminders'>
type Placed = Pick<Session, 'startsAt' | 'firstSeenAt' | 'movedAt'>

/** The first instant, now or later, at which a text may go: never before the permitted hours, never after (C4.11). */
export function nextPermitted(from: Instant, { reminders }: ReminderRules): Instant {
  const on = londonDay(from)
  const opens = inLondon(on, reminders.permitted.from)
  if (isBefore(from, opens)) return opens
  return isBefore(from, inLondon(on, reminders.permitted.until)) ? from : inLondon(on.add({ days: 1 }), reminders.permitted.from)
}

/** When the permitted hours of an instant's own day end. */
export function permittedUntil(at: Instant, { reminders }: ReminderRules): Instant {
  return inLondon(londonDay(at), reminders.permitted.until)
}

/** When a session came to stand where it stands: arranged, or last moved. */
export function arrangedAt({ firstSeenAt, movedAt }: Placed): Instant {
  return movedAt ?? firstSeenAt
}

/**
 * When each reminder of a session is due, at the time at which it now stands. Absent: there is none to send.
 *
 * A session arranged or moved inside the reminder week is due one at the next permitted time, on the day itself too, and the
 * morning's all the same.
 *
 * Clauses: C4.8, C4.9, C4.11, C14.11. Units: days are London's calendar days, so that ten o'clock stays ten o'clock across a
 * clock change.
 */
export function reminderTimes(session: Placed, rulebook: ReminderRules): { readonly weekBefore?: Instant; readonly morningOf?: Instant } {
  const on = londonDay(session.startsAt)
  const { days, at } = rulebook.reminders.weekBefore
  const weekBefore = notBefore(inLondon(on.subtract({ days }), at), arrangedAt(session), rulebook)
  const morningOf = notBefore(usualMorningOf(session.startsAt, rulebook), arrangedAt(session), rulebook)
  return {
    ...(hasLead(weekBefore, session.startsAt, rulebook) ? { weekBefore } : {}),
    ...(hasLead(morningOf, session.startsAt, rulebook) ? { morningOf } : {}),
  }
}

function notBefore(due: Instant, from: Instant, rulebook: ReminderRules): Instant {
  return isBefore(due, from) ? nextPermitted(from, rulebook) : due
}

function hasLead(at: Instant, startsAt: Instant, { reminders }: ReminderRules): boolean {
  return isAtOrAfter(startsAt, at.add({ minutes: reminders.minimumLeadMinutes }))
}

/** At the usual time; earlier that morning for an early session; failing that the evening before (C4.11). */
function usualMorningOf(startsAt: Instant, rulebook: ReminderRules): Instant {
  const { reminders } = rulebook
  const on = londonDay(startsAt)
  const usual = inLondon(on, reminders.morningOf.at)
  if (hasLead(usual, startsAt, rulebook)) return usual
  const earlier = startsAt.subtract({ minutes: reminders.minimumLeadMinutes })
  const opens = inLondon(on, reminders.permitted.from)
  return isBefore(earlier, opens) ? inLondon(on.subtract({ days: 1 }), reminders.eveningBeforeAt) : earlier
}

/**
 * The Members to whom a reminder goes, by what they answer at the moment of sending: nobody who has declined by then, and
 * whoever declined and accepted since (C4.10). On the day itself the week-before reminder is left to those whom the morning's does
 * not reach, so that nobody hears twice of one morning.
 */
export function reminderAudience(
  session: Session,
  reminder: ReminderKind,
  members: readonly Member[],
  { reminders }: ReminderRules,
  at: Instant,
): readonly Member[] {
  const roll = memberById(members)
  const on = londonDay(session.startsAt)
  const morning: readonly Response[] = reminders.morningOf.to
  const onTheDay = londonDay(at).equals(on)
  const weekBefore: readonly Response[] = reminders.weekBefore.to.filter((answer) => !(onTheDay && morning.includes(answer)))
  const to = reminder === 'week-before' ? weekBefore : morning
  return session.invitations
    .filter((invitation) => to.includes(intention(invitation)))
    .flatMap((invitation) => roll.get(invitation.memberId) ?? [])
    .filter((member) => isInOffice(member, on))
}

/**
 * One reminder for each Member of its audience, by text or by email, to go now and not after hours (C4.8, C4.9, C4.14).
 *
 * Trap: a crash may leave some written down and the moment not, and a Member may change to email before it is worked out again.
 * Whoever has a reminder of the kind already, through whatever channel, gets no other (C4.12), unless theirs was put aside.
 */
export function reminderDuties(
  record: SessionRecord,
  reminder: ReminderKind,
  members: readonly Member[],
  rulebook: Rulebook,
  now: Instant,
): readonly Duty[] {
  const { session } = record
  const latest = reminder === 'morning-of' ? latestMorningOf(session.startsAt, rulebook) : session.startsAt
  const until = earliest([permittedUntil(now, rulebook), latest]) ?? latest
  const has = alreadyReminded(record, reminder)
  const anew = owedAnew(record, reminder)
  const audience = reminderAudience(session, reminder, members, rulebook, now).filter(({ id }) => !has.has(id) || anew.has(id))
  return audience.map((member) => {
    const again = anew.get(member.id)
    const purpose = { kind: 'reminder', reminder, memberId: member.id, ...(again ? { again } : {}) } as const
    return dutyOf(session.id, purpose, reminderChannel(member, rulebook), { notBefore: now, notAfter: until })
  })
}

/** The Members for whom a reminder of the kind was written down, whatever became of it. */
export function alreadyReminded({ duties }: Pick<SessionRecord, 'duties'>, reminder: ReminderKind): ReadonlySet<MemberId> {
  const purposes = duties.map(({ duty }) => duty.purpose)
  return new Set(purposes.flatMap((purpose) => (purpose.kind === 'reminder' && purpose.reminder === reminder ? [purpose.memberId] : [])))
}

/** Whether a reminder says something true at an instant, and in time: a session a week away or less, or on that day or its eve. */
export function stillFits(reminder: ReminderKind, session: Placed, rulebook: ReminderRules, at: Instant): boolean {
  const away = londonDay(at).until(londonDay(session.startsAt)).days
  if (reminder === 'week-before') return away <= rulebook.reminders.weekBefore.days && hasLead(at, session.startsAt, rulebook)
  const onTheEve = away === 1 && londonTime(at) >= rulebook.reminders.eveningBeforeAt
  return (away === 0 || onTheEve) && isBefore(at, latestMorningOf(session.startsAt, rulebook))
}

/** A morning text that was held up is still worth sending until an hour before the start, and always for half an hour. */
function latestMorningOf(startsAt: Instant, rulebook: ReminderRules): Instant {
  const lead = startsAt.subtract({ minutes: rulebook.reminders.minimumLeadMinutes })
  const held = usualMorningOf(startsAt, rulebook).add({ minutes: 30 })
  return isBefore(lead, held) ? (earliest([held, startsAt]) ?? startsAt) : lead
}

/**
 * Whether the moment of a reminder is now, or when it will be. A moment that was slept through comes at the next permitted
 * time, while the reminder still says something true; after that it comes no more.
 */
export function momentOf(
  reminder: ReminderKind,
  session: Placed,
  rulebook: ReminderRules,
  now: Instant,
): { readonly kind: 'now' } | { readonly kind: 'at'; readonly at: Instant } | { readonly kind: 'none' } {
  const times = reminderTimes(session, rulebook)
  const due = reminder === 'week-before' ? times.weekBefore : times.morningOf
  if (!due) return { kind: 'none' }
  if (isBefore(now, due)) return { kind: 'at', at: due }
  const at = nextPermitted(now, rulebook)
  if (!stillFits(reminder, session, rulebook, at)) return { kind: 'none' }
  return at.equals(now) ? { kind: 'now' } : { kind: 'at', at }
}
