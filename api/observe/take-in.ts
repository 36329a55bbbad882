import type { SessionId } from '../../domain/kernel/ids.ts'
import { isSame } from '../../domain/kernel/same.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { observed, untagged, vanished, type Observed } from '../../domain/sessions/observed.ts'
import { recognise, sessionIdOf } from '../../domain/sessions/recognise.ts'
import type { Appointment } from '../../domain/sessions/appointment.ts'
import type { Council, MailboxState, Seen } from '../ports/council.ts'
import { fitting, isSpoilt, refusedIn, tagOf } from './tags.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { Lists } from './lists.ts'
import type { Rooms } from './rooms.ts'

const attempts = 6

export type TakingIn = {
  readonly council: Council
  readonly mailbox: Pick<MailboxState, 'mailbox' | 'address'>
  readonly lists: Lists
  readonly rooms: Rooms
  /** When Outlook was asked: what it said was true then. */
  readonly readAt: Instant
}

/**
 * Takes one appointment of an organiser's calendar into the records, as the session that it is, was, or is no longer. Repeating it
 * changes nothing, and a stale write is decided again on what is there now.
 *
 * Clauses: C1.1 (once), C1.21, C2.1, C2.4, C2.5, C3.13. `known` is the session that its event has been so far: an appointment that never
 * was one leaves no trace here.
 */
export async function takeIn(
  order: TakingIn,
  appointment: Appointment,
  known: SessionId | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const { council, mailbox, lists, rooms, readAt } = order
  const tag = tagOf(appointment)
  const recognition = recognise(appointment, mailbox, council.rulebook, tag)
  if (recognition.kind === 'not-ours' && !known) return false
  const id = known ?? sessionIdOf(council.profile.id, appointment.series?.iCalUId ?? appointment.iCalUId, appointment.series?.originalStart)

  return rewrite(council, id, async (previous) => {
    if (recognition.kind === 'not-ours' && !isStillOne(recognition.because, appointment, previous))
      return previous && noLonger(previous, recognition.because, readAt)
    if (recognition.kind === 'not-ours' && !previous) return undefined
    const sessionKind = recognition.kind === 'session' ? recognition.sessionKind : (previous?.kind ?? '')
    const [members, officers] = await Promise.all([council.members.all(), council.officers.all()])
    const opened = await lists.of(appointment, { members, officers }, signal)
    const booked = await rooms.of(appointment, signal)
    const said = tag && (await fitting(council, { id, kind: sessionKind, members }, tag))
    const refusedTag = refusedIn(appointment, tag, said)
    return observed({
      council: council.profile.id,
      mailbox: mailbox.mailbox,
      appointment,
      sessionKind,
      lists: opened,
      rooms: booked,
      members,
      officers,
      rulebook: council.rulebook,
      ...(previous ? { previous } : {}),
      ...(said ? { tag: said } : {}),
      ...(refusedTag ? { refusedTag } : {}),
      readAt,
    })
  })
}

/** A session whose appointment the organiser's calendar no longer holds: asked for by id, and gone (C3.13). */
export async function takeOut(
  { council, readAt }: Pick<TakingIn, 'council' | 'readAt'>,
  { id, eventId }: { readonly id: SessionId; readonly eventId: string },
): Promise<boolean> {
  return rewrite(council, id, (previous) => {
    const isStillIts = previous?.calendar.eventId === eventId // it may have moved to another day of its series meanwhile
    return Promise.resolve(isStillIts ? vanished(previous, readAt) : undefined)
  })
}

type NotOurs = Extract<ReturnType<typeof recognise>, { kind: 'not-ours' }>['because']

/** Spoilt by hand, a tag takes nothing away: it may have been all by which the session was known. Nor does it bring back what stood no more. */
function isStillOne(because: NotOurs, appointment: Appointment, previous: Session | undefined): boolean {
  if (because === 'nobody-invited') return true
  return because === 'no-category' && previous?.standing.kind === 'standing' && isSpoilt(appointment)
}

/** Changes that nobody was told of yet, and a copy that somebody else organises, say nothing about the session. */
function noLonger(previous: Session, because: NotOurs, at: Instant): Observed | undefined {
  if (because === 'cancelled') return vanished(previous, at)
  return because === 'no-category' || because === 'private' ? untagged(previous, at) : undefined
}

async function rewrite(
  council: Council,
  id: SessionId,
  change: (previous: Session | undefined) => Promise<Observed | undefined>,
): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await council.sessions.find(id)
    const next = await change(found?.session)
    if (!next || (found && sameButForReading(found.session, next.session))) return false
    const seen: Seen = found ? { etag: found.etag } : 'new'
    if ((await council.sessions.save({ session: next.session, history: next.history }, seen)) === 'saved') return true
  }
  throw new Unavailable('storage', 'a session is being changed by others all the time')
}

/**
 * Exchange touches items for reasons of its own: what only was read again is not written again. Nor does it matter in which order people
 * are named: Outlook has theirs, and storage another.
 */
function sameButForReading(one: Session, other: Session): boolean {
  return isSame(inOrder(one), inOrder(other))
}

function inOrder({ invitations, others, ...session }: Session): object {
  const byMember = Object.fromEntries(invitations.map((invitation) => [invitation.memberId, invitation]))
  const byAddress = Object.fromEntries(others.map((other) => [`${other.kind} ${other.address}`, other]))
  return { ...session, readAt: undefined, invitations: byMember, others: byAddress }
}
