import { digest } from '../kernel/digest.ts'
import type { MemberId, SessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { membersOf } from '../members/seats.ts'
import { eventsAt, spanOfEvent } from '../planning/events.ts'
import type { EventMet } from '../planning/events.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isOffered } from '../sessions/postponed.ts'
import type { Session } from '../sessions/session.ts'
import type { AcceptedClash } from './accepted-clash.ts'
import type { CommitteeMeeting, Span } from './meeting.ts'
import { isTooNear, spanOf } from './meeting.ts'

/** What else is on near a session: what was read of the calendars on the days about it. */
export type Around = { readonly meetings: readonly CommitteeMeeting[]; readonly sessions: readonly Session[] }

/**
 * What a session cannot be on beside. `id` names these two at these times: once either is moved, it is another clash. Of two sessions it
 * is the same whichever of them is looked from.
 */
export type Clash = {
  readonly id: string
  readonly against: ClashesWith
  /** Members invited who would have to be at both; undefined where nobody knows who sits on the committee, and never known of an event. */
  readonly affected?: readonly MemberId[]
}

export type ClashesWith =
  | ({ readonly kind: 'meeting' } & Pick<CommitteeMeeting, 'committee' | 'startsAt' | 'endsAt' | 'allDay' | 'place'>)
  | ({ readonly kind: 'session'; readonly sessionId: SessionId; readonly title: string } & Span)
  | ({ readonly kind: 'event'; readonly label: string; readonly from: string; readonly to: string } & HowItIsMet & Span)

/** What is held against its surroundings: a session, or one that is only planned. */
type Held = Pick<Session, 'id' | 'startsAt' | 'endsAt' | 'invitations' | 'standing' | 'decision'>

/** C14.5: `hours`, and whether all that is met is the evening before it, or its date may be off by a day. */
type HowItIsMet = Pick<EventMet, 'isEve' | 'isSure'> & Pick<EventMet['event'], 'hours'>

type Rules = Pick<Rulebook, 'programme' | 'meetings' | 'planning' | 'workingDays'>

/**
 * Everything that a session clashes with, by start: committee meetings on which somebody invited sits, or may sit, other sessions to
 * which somebody is invited too, and religious or cultural events to avoid. What an officer has accepted is among them.
 *
 * What is cancelled or postponed is not held at its time, and is beside nothing. Nothing is known to be free: a committee of which nobody is known to be a member is taken to have members among those invited.
 *
 * Clauses: C14.3 (a gap under the rulebook's buffer is a clash), C14.5 (events), C14.12 (overlapping sessions for the same audience).
 */
export function clashesOf(session: Held, { meetings, sessions }: Around, members: readonly Member[], rules: Rules): readonly Clash[] {
  if (!isOffered(session)) return []
  const found = [
    ...meetings.flatMap((meeting) => withMeeting(session, meeting, members, rules)),
    ...sessions.flatMap((other) => withSession(session, other)),
    ...withEvents(session, rules),
  ]
  return found.toSorted((one, other) => one.against.startsAt.epochMilliseconds - other.against.startsAt.epochMilliseconds)
}

function withMeeting(session: Held, meeting: CommitteeMeeting, members: readonly Member[], rules: Rules): readonly Clash[] {
  const span = spanOf(meeting, rules)
  if (meeting.status === 'cancelled' || !isTooNear(session, span, rules.programme.clashBufferMinutes)) return []
  const sitting = membersOf(meeting.committee, members, rules, londonDay(meeting.startsAt))
  const affected = sitting && invitedTo(session).filter((id) => sitting.has(id))
  if (affected?.length === 0) return []
  const { number, committee, startsAt, endsAt, allDay, place } = meeting
  const against = {
    kind: 'meeting',
    committee,
    startsAt,
    ...(endsAt ? { endsAt } : {}),
    ...(allDay ? { allDay } : {}),
    ...(place ? { place } : {}),
  } as const
  // As it is published: how long the rulebook takes meetings to last makes no other clash of it.
  const beside = side('meeting', number, { startsAt, endsAt })
  return [{ id: idOf(session, beside), against, ...(affected ? { affected } : {}) }]
}

function withSession(session: Held, other: Session): readonly Clash[] {
  if (other.id === session.id || !isOffered(other) || !isTooNear(session, other, 0)) return []
  const theirs = new Set(invitedTo(other))
  const affected = invitedTo(session).filter((id) => theirs.has(id))
  if (affected.length === 0) return []
  const { id: sessionId, title, startsAt, endsAt } = other
  const against = { kind: 'session', sessionId, title, startsAt, endsAt } as const
  return [{ id: idOf(session, side('session', sessionId, other)), against, affected }]
}

/** Whom an event concerns nobody writes down, so it concerns everybody alike. */
function withEvents(session: Held, rules: Rules): readonly Clash[] {
  const toAvoid = eventsAt(session, rules).filter(({ event }) => event.weight === 'avoid')
  return toAvoid.map(({ event, isSure, isEve }) => {
    const { id, label, from, to, hours } = event
    const span = spanOfEvent(event)
    return { id: idOf(session, side('event', id, span)), against: { kind: 'event', label, from, to, hours, isSure, isEve, ...span } }
  })
}

function invitedTo({ invitations }: Pick<Session, 'invitations'>): readonly MemberId[] {
  return invitations.map(({ memberId }) => memberId)
}

function idOf(session: Held, beside: string): string {
  const sides = [side('session', session.id, session), beside].toSorted()
  return digest(sides.join('~')).slice(0, 20)
}

function side(kind: ClashesWith['kind'], id: string, { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant | undefined }): string {
  return [kind, id, String(startsAt), endsAt ? String(endsAt) : ''].join(' ')
}

/**
 * What officers have still to deal with: not what they have accepted, not what is past, and of two sessions that overlap it waits with
 * the one that came second, so that it waits once.
 */
export function unsettled(session: Session, clashes: readonly Clash[], around: Around, now: Instant): readonly Clash[] {
  if (isAtOrAfter(now, session.startsAt)) return []
  return clashes.filter(
    ({ id, against }) => !acceptedIn(session, id, around) && (against.kind !== 'session' || isSecond(session, against, around)),
  )
}

/** An officer's word on a clash, which is as good on the page of the other session as on that on which it was given (C14.12). */
export function acceptedIn(
  session: Pick<Session, 'acceptedClashes'>,
  id: string,
  { sessions }: Pick<Around, 'sessions'>,
): AcceptedClash | undefined {
  return [session, ...sessions].flatMap(({ acceptedClashes = [] }) => acceptedClashes).find((each) => each.id === id)
}

function isSecond(session: Session, { sessionId }: Extract<ClashesWith, { kind: 'session' }>, { sessions }: Around): boolean {
  const first = sessions.find(({ id }) => id === sessionId)
  if (!first || first.firstSeenAt.equals(session.firstSeenAt)) return session.id > sessionId
  return isBefore(first.firstSeenAt, session.firstSeenAt)
}
