import type { CouncilId, CourseId, PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Appointment, ListSeen, RoomSeen } from './appointment.ts'
import { changed } from './changed.ts'
import { courseOf } from './course.ts'
import type { SessionDetails } from './details.ts'
import { aimsBefore } from './held.ts'
import { isPostponed } from './postponed.ts'
import { invitationsOf, stillWanted } from './invitations.ts'
import { afterMove } from './moved.ts'
import { deliveryOf, sessionIdOf } from './recognise.ts'
import type { Invitation, Session } from './session.ts'
import type { HistoryEntry, HistoryKind } from './session-record.ts'
import { isNews, type RefusedTag, type Tag } from './tag.ts'
import { closedIfOpen } from './undersubscribed.ts'

export type Observed = { readonly session: Session; readonly history: readonly HistoryEntry[] }

/** A reading of one appointment that is a session, with what is needed to understand it. */
export type Reading = {
  readonly council: CouncilId
  readonly mailbox: PersonId
  readonly appointment: Appointment
  /** What `recognise` made of it. */
  readonly sessionKind: string
  readonly lists: readonly ListSeen[]
  readonly rooms: readonly RoomSeen[]
  readonly members: readonly Member[]
  readonly officers: readonly Officer[]
  readonly rulebook: Pick<Rulebook, 'responses' | 'partners'>
  readonly previous?: Session
  /** What the add-in says of it, where that fits the council's rulebook; `repeatOf` is a session that there is. */
  readonly tag?: Tag & { readonly otherCourse?: CourseId }
  /** What stands in the place of a tag that could be followed. */
  readonly refusedTag?: RefusedTag
  readonly readAt: Instant
}

const longestAbout = 4000

/** The session as Outlook now shows it, once for each calendar entry, with the lines that its history gains (C1.1, C2.2). */
export function observed(reading: Reading): Observed {
  const { previous, ...read } = reading
  const said = saidByTag(reading)
  const refusedTag = refusedHere(reading)
  const { appointment, readAt } = read
  const movedNow = previous !== undefined && isElsewhere(previous, appointment)
  const who = invitationsOf({ ...read, ...(previous ? { previous } : {}) })
  const movedAt = movedNow ? readAt : previous?.movedAt
  // An open question was about the old time. It is closed where the move is seen: two instances' clocks cannot disagree about that.
  const question = previous && movedNow ? closedIfOpen(previous, 'moved', readAt) : undefined
  const session: Session = {
    ...asShown(reading),
    invitations: who.invitations.map((seen) => invitationAfter(reading, seen, movedNow)),
    others: who.others,
    standing: standingAfter(previous, readAt),
    undersubscribed: question?.undersubscribed ?? previous?.undersubscribed ?? { kind: 'none' },
    // A decision was about the session as it stood: moved, it is another question.
    ...(previous?.decision && !movedNow ? { decision: previous.decision } : {}),
    ...(previous?.acceptedClashes ? { acceptedClashes: previous.acceptedClashes } : {}),
    ...putDownHere(previous),
    ...(refusedTag ? { refusedTag } : {}),
    ...(said ? { details: said.details } : {}),
    firstSeenAt: previous?.firstSeenAt ?? readAt,
    ...(movedAt ? { movedAt } : {}),
    readAt,
  }
  const again = standsAgain(previous, session).map((what): HistoryEntry => ({ at: readAt, what }))
  const isRefusedNow = refusedTag !== undefined && refusedTag.digest !== previous?.refusedTag?.digest
  const refused: readonly HistoryEntry[] = isRefusedNow ? [{ at: readAt, what: { kind: 'tag-refused', because: refusedTag.because } }] : []
  return { session, history: [...again, ...changed(previous, session), ...(said?.history ?? []), ...refused, ...(question?.history ?? [])] }
}

/** What a new tag puts down of the session, in the name of whoever organises it: nobody else is proved to have written there. */
function saidByTag({ tag, previous, appointment, mailbox, readAt }: Reading) {
  if (!tag || !isNews(tag, previous?.details)) return undefined
  const byName = appointment.organiser.name
  const version = (previous?.details?.version ?? 0) + 1
  const had = aimsBefore(previous?.details, tag.given)
  const details: SessionDetails = { ...tag.given, ...had, version, by: mailbox, byName, at: readAt, fromTag: tag.digest }
  const courseId = tag.otherCourse ?? courseOf(appointment.subject)
  const left = previous && previous.courseId !== courseId ? { leftCourse: previous.courseId } : {}
  return { details, history: [{ at: readAt, what: { kind: 'details-set', byName, ...left } }] satisfies HistoryEntry[] }
}

/** The same writing was refused when it was first read, and not anew with each reading. */
function refusedHere({ refusedTag, previous, readAt }: Reading): Session['refusedTag'] {
  if (!refusedTag || !isNews(refusedTag, previous?.details)) return undefined
  const before = previous?.refusedTag
  return before?.digest === refusedTag.digest ? before : { ...refusedTag, at: readAt }
}

/** What officers put down in Quorate: Outlook knows nothing of it. */
function putDownHere(previous: Session | undefined): Pick<Session, 'details' | 'factors' | 'chases' | 'shares' | 'brief'> {
  const { details, factors, chases, shares, brief } = previous ?? {}
  return {
    ...(details ? { details } : {}),
    ...(factors ? { factors } : {}),
    ...(chases ? { chases } : {}),
    ...(shares ? { shares } : {}),
    ...(brief ? { brief } : {}),
  }
}

/** At another time, or another appointment in the place of the old one, whose answers went with it. */
function isElsewhere({ startsAt, endsAt, calendar }: Session, appointment: Appointment): boolean {
  return !startsAt.equals(appointment.startsAt) || !endsAt.equals(appointment.endsAt) || calendar.iCalUId !== appointment.iCalUId
}

/**
 * What was cancelled by decision stays so. What was cancelled in Outlook stands again once its appointment is seen there later: it was
 * taken back out of the deleted ones. An older reading that comes late does not bring it back.
 */
function standingAfter(previous: Session | undefined, readAt: Instant): Session['standing'] {
  const before = previous?.standing
  const isRestored = before?.kind === 'cancelled' && before.through === 'outlook' && isBefore(before.at, readAt)
  return before?.kind === 'cancelled' && !isRestored ? before : { kind: 'standing' }
}

function standsAgain(previous: Session | undefined, { standing }: Session): readonly HistoryKind[] {
  if (!previous || standing.kind !== 'standing' || previous.standing.kind === 'standing') return []
  return [{ kind: previous.standing.kind === 'untagged' ? 'tagged-again' : 'restored-in-outlook' }]
}

function asShown({ council, mailbox, appointment, sessionKind, previous, tag }: Reading) {
  const { series, place, joinUrl, about, webLink } = appointment
  return {
    id: previous?.id ?? sessionIdOf(council, series?.iCalUId ?? appointment.iCalUId, series?.originalStart),
    courseId: courseShown(appointment, previous, tag),
    title: appointment.subject,
    kind: sessionKind,
    delivery: deliveryOf(appointment),
    startsAt: appointment.startsAt,
    endsAt: appointment.endsAt,
    ...(place ? { place } : {}),
    ...(joinUrl ? { joinUrl } : {}),
    ...(about ? { about: about.slice(0, longestAbout) } : {}),
    organiser: { id: mailbox, name: appointment.organiser.name, address: appointment.organiser.address.toLowerCase() },
    calendar: { mailbox, eventId: appointment.eventId, iCalUId: appointment.iCalUId, ...(webLink ? { webLink } : {}) },
  }
}

/** What was said to be another run keeps that one's course, whatever its own title. */
function courseShown({ subject }: Appointment, previous: Session | undefined, tag: Reading['tag']): CourseId {
  if (tag && isNews(tag, previous?.details)) return tag.otherCourse ?? courseOf(subject)
  return previous?.details?.repeatOf ? previous.courseId : courseOf(subject)
}

function invitationAfter({ previous, rulebook }: Reading, seen: Invitation, movedNow: boolean): Invitation {
  const before = previous?.invitations.find((invitation) => invitation.memberId === seen.memberId)
  const wanted = stillWanted(before, seen)
  return { ...afterMove(before, seen, movedNow, rulebook.responses.onMove), ...(wanted ? { wanted } : {}) }
}

/**
 * A session whose appointment is gone from its organiser's calendar without a decision here: cancelled in Outlook (C3.13).
 * One that was cancelled already stays as it was: its appointment is gone because of that. One that has begun took place,
 * whoever tidied it away afterwards.
 */
export function vanished(previous: Session, at: Instant): Observed {
  const wasHeld = isAtOrAfter(at, previous.startsAt) && !isPostponed(previous)
  const stays = previous.standing.kind === 'cancelled' || wasHeld
  if (stays) return { session: { ...previous, readAt: at }, history: [] }
  return {
    session: { ...previous, standing: { kind: 'cancelled', at, through: 'outlook' }, readAt: at },
    history: [{ at, what: { kind: 'cancelled-in-outlook' } }],
  }
}

/** A session that carries no category any more and sits in no shared mailbox: kept, and raised with officers. */
export function untagged(previous: Session, at: Instant): Observed {
  if (previous.standing.kind !== 'standing') return { session: { ...previous, readAt: at }, history: [] }
  return { session: { ...previous, standing: { kind: 'untagged', at }, readAt: at }, history: [{ at, what: { kind: 'untagged' } }] }
}
