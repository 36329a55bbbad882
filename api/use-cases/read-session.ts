import { leadTimeOf } from '../../domain/bulletin/lead-time.ts'
import { alertsCountFrom, whyNotChased } from '../../domain/duties/chasing.ts'
import type { Alert } from '../../domain/duties/chasing.ts'
import { phoneListOf } from '../../domain/duties/phone-list.ts'
import { alreadyReminded, reminderAudience, reminderTimes } from '../../domain/duties/reminders.ts'
import type { ReminderKind } from '../../domain/duties/duty.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { countsOfRegister, opensAt, registerOf, registerState } from '../../domain/attendance/register.ts'
import { toRelease } from '../../domain/attendance/release.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import { offerIdOf, stageOf } from '../../domain/places/offer.ts'
import { audienceOf } from '../../domain/sessions/invited-by-right.ts'
import { pairOf } from '../../domain/sessions/other-runs.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import type { OtherInvitee, Session } from '../../domain/sessions/session.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { MessageView, SessionPage } from '../contracts/programme.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { chaseByNameView } from './chase-views.ts'
import { clashViews } from './clash-views.ts'
import { decisionView } from './decision-facts.ts'
import { heldOut } from './held-back.ts'
import { historyView } from './history-words.ts'
import { messageView } from './message-views.ts'
import { aroundToCome } from './read-around.ts'
import { contextOf, unreachableNow } from './read-context.ts'
import { putDownView } from './put-down-views.ts'
import { programmeRowOf, reasonLabel } from './standing-views.ts'

/** C2.2: the level of interest, numbers and names, as at the latest Outlook state, and everything else about one session. */
export async function readSession(council: Council, sessionId: SessionId): Promise<SessionPage | undefined> {
  const found = await council.sessions.find(sessionId)
  if (!found) return undefined
  const { session } = found
  const [context, around, alerts, limited, held] = await Promise.all([
    contextOf(council, session.courseId),
    aroundToCome(council, session),
    sentThisWeek(council, session),
    limitedPlacesOf(council, session),
    heldOut(council, session),
  ])
  return {
    ...sessionPageOf(found, { ...context, alerts, ...(around ? { around } : {}) }, found.etag),
    ...lateNoticeView(session, context, held !== undefined),
    ...limited,
    ...(held ? { heldOut: held } : {}),
    unreachable: unreachableNow(council),
  }
}

/** Counted only where somebody may still be asked. */
async function sentThisWeek({ alerts, clock }: Council, session: Session): Promise<readonly Alert[]> {
  const now = clock.now()
  return whyNotChased(session, now) ? [] : alerts.since(alertsCountFrom(now))
}

/** C4.4. */
async function limitedPlacesOf({ offers, clock }: Council, { id }: Session): Promise<Pick<SessionPage, 'limitedPlaces'>> {
  const offer = await offers.summary(offerIdOf({ kind: 'session', sessionId: id }))
  if (!offer || offer.droppedAt) return {}
  return { limitedPlaces: { offerId: offer.id, places: offer.places, stage: stageOf(offer, clock.now()) } }
}

function sessionPageOf(record: SessionRecord, context: ComposeContext, seen: string): Omit<SessionPage, 'unreachable'> {
  const { session } = record
  const { rulebook, members, otherRuns, now, around } = context
  const messages = record.duties.map((duty) => messageView(duty, context))
  const cancelled = cancelledView(record, context)
  const decision = decisionView(record, context)
  const chase = chaseByNameView(session, context)
  const { toRing, rung } = phoneListOf(record, members, rulebook, now)
  return {
    row: programmeRowOf(summaryOf(record), otherRuns, context),
    seen,
    ...(session.about ? { about: session.about } : {}),
    ...(session.joinUrl ? { joinUrl: session.joinUrl } : {}),
    ...(session.calendar.webLink ? { webLink: session.calendar.webLink } : {}),
    organiser: { name: session.organiser.name, address: session.organiser.address },
    members: memberRows(record, context, messages),
    others: session.others.map(otherView),
    ...putDownView(session, context),
    reminders: { weekBefore: reminderView(record, 'week-before', context), morningOf: reminderView(record, 'morning-of', context) },
    history: historyView(record.history, context),
    ...(cancelled ? { cancelled } : {}),
    ...(decision ? { decision } : {}),
    pair: pairOf(session, otherRuns, rulebook),
    clashes: around ? clashViews(session, { around, members, rulebook }) : [],
    ...(chase ? { chase } : {}),
    messages,
    phoneList: { toRing, rung },
    ...registerView(record, context),
    toRelease: releaseView(record, context),
    now: String(now),
  }
}

/**
 * C4.3: flagged from the moment it is first seen, until it begins. What is for Members who were named is never announced (C1.3). What is
 * held back (C1.9) is announced by the next issue at the earliest, whatever has left since it was first seen.
 */
function lateNoticeView(
  session: SessionRecord['session'],
  { rulebook, now }: Pick<ComposeContext, 'rulebook' | 'now'>,
  isHeld: boolean,
): Pick<SessionPage, 'lateNotice'> {
  if (!isOffered(session) || isAtOrAfter(now, session.startsAt)) return {}
  if (audienceOf(session, rulebook)?.kind === 'named') return {}
  const lead = leadTimeOf(isHeld ? { ...session, firstSeenAt: now } : session, rulebook)
  if (lead.kind === 'in-time') return {}
  const { weeks, issues } = rulebook.bulletin.leadTime
  return { lateNotice: { ...(lead.firstIssueAt ? { firstIssueAt: String(lead.firstIssueAt) } : {}), weeks, issues } }
}

function registerView(record: SessionRecord, { members, rulebook, now }: ComposeContext): Pick<SessionPage, 'register'> {
  const { kind } = registerState(record.session, now)
  if (kind !== 'open' && kind !== 'not-yet') return {}
  const { here, toCome } = countsOfRegister(registerOf(record, members, rulebook))
  return { register: { opensAt: String(opensAt(record.session)), isOpen: kind === 'open', here, toCome } }
}

/** C2.12: only while there is a place to give up. */
function releaseView({ session }: SessionRecord, { members, otherRuns, now }: ComposeContext): SessionPage['toRelease'] {
  if (session.standing.kind !== 'standing' || isAtOrAfter(now, session.startsAt)) return []
  return toRelease(session, otherRuns).map(({ memberId, attended }) => ({
    memberId,
    name: members.find((member) => member.id === memberId)?.shortName ?? 'A Member who has left',
    attendedAt: String(attended.startsAt),
  }))
}

function memberRows({ session }: SessionRecord, { members }: ComposeContext, messages: readonly MessageView[]): SessionPage['members'] {
  return session.invitations.map(({ memberId, response, answeredOldTime, respondedAt, through, wanted }) => ({
    memberId,
    name: members.find((member) => member.id === memberId)?.shortName ?? 'A Member who has left',
    response,
    ...(answeredOldTime ? { answeredOldTime } : {}),
    ...(respondedAt ? { respondedAt: String(respondedAt) } : {}),
    through,
    telling: wanted !== undefined,
    reminded: messages.filter((message) => message.memberId === memberId && message.purpose === 'reminder'),
  }))
}

function otherView({ kind, name, response, list }: OtherInvitee): SessionPage['others'][number] {
  return {
    kind,
    name,
    response,
    ...(list?.kind === 'expanded' ? { listMembers: list.members } : {}),
    ...(list?.kind === 'unresolvable' ? { unresolvable: true } : {}),
  }
}

/** Before its moment a reminder's audience is what it would be now; afterwards it is those to whom it went (C4.10). */
function reminderView(
  record: SessionRecord,
  kind: ReminderKind,
  { members, rulebook }: ComposeContext,
): SessionPage['reminders']['weekBefore'] {
  const came = kind === 'week-before' ? record.moments.weekBefore : record.moments.morningOf
  const times = reminderTimes(record.session, rulebook)
  const planned = isOffered(record.session) ? (kind === 'week-before' ? times.weekBefore : times.morningOf) : undefined
  const at = came ?? planned
  const audience = came
    ? alreadyReminded(record, kind).size
    : planned
      ? reminderAudience(record.session, kind, members, rulebook, planned).length
      : 0
  return { ...(at ? { at: String(at) } : {}), audience }
}

function cancelledView({ session }: SessionRecord, { rulebook }: ComposeContext): SessionPage['cancelled'] {
  const { standing, decision } = session
  if (standing.kind !== 'cancelled') return undefined
  return {
    at: String(standing.at),
    ...(standing.reason ? { by: standing.reason.byName, reasonLabel: reasonLabel(standing.reason.id, rulebook) } : {}),
    through: standing.through,
    ...(standing.reason?.words ? { words: standing.reason.words } : {}),
    ...(decision?.message ? { message: decision.message } : {}),
  }
}
