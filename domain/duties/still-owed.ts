import { londonDay } from '../kernel/london.ts'
import type { MemberId } from '../kernel/ids.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { isInOffice } from '../members/member.ts'
import { takesTexts } from '../members/text-preferences.ts'
import type { Response } from '../sessions/response.ts'
import { whyNotShared, whyNotToldOff } from '../partners/sharing.ts'
import { isPostponed } from '../sessions/postponed.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import { carriedBy } from './combining.ts'
import type { Duty, Purpose, SkippedBecause } from './duty.ts'
import { whyNotEvaluated } from './evaluations.ts'
import type { OwedContext } from './owed-context.ts'
import { stillFits } from './reminders.ts'
import { affected, intention } from './told.ts'

export type Verdict = { readonly kind: 'owed' } | { readonly kind: 'skip'; readonly because: SkippedBecause }

type Of<Kind extends Purpose['kind']> = Extract<Purpose, { kind: Kind }>

/**
 * Whether a duty written down earlier is still owed, asked immediately before it is discharged: what was owed at eight may be
 * wrong by five past (C3.10, C4.10).
 */
export function stillOwed(duty: Duty, record: SessionRecord, context: OwedContext): Verdict {
  const because = whySkipped(duty, record, context)
  if (because) return { kind: 'skip', because }
  const late = duty.notAfter !== undefined && isAtOrAfter(context.now, duty.notAfter)
  return late ? { kind: 'skip', because: 'late' } : { kind: 'owed' }
}

function whySkipped(duty: Duty, record: SessionRecord, context: OwedContext): SkippedBecause | undefined {
  const { purpose } = duty
  switch (purpose.kind) {
    case 'reminder':
      return whyNoReminder(purpose, duty, record.session, context)
    case 'chase':
      return whyNoChase(purpose, record.session, context)
    case 'nudge':
      return whyNoNudge(purpose, record.session, context)
    case 'cancellation-notice':
      return whyNoNotice(purpose, duty, record, context)
    case 'decision-card':
    case 'escalation':
      return whyNoCard(purpose, record.session)
    case 'evaluation':
      return whyNotEvaluated(purpose, record, context)
    case 'ask-reason':
      return whyNotAsked(record.session)
    case 'partner-share':
      return whyNotShared(purpose, record, context.rulebook)
    case 'partner-cancelled':
      return whyNotToldOff(purpose, record.session)
    case 'cancel-event':
      return isCancelled(record.session, 'decision') ? undefined : 'not-needed'
    case 'bulletin':
    case 'bulletin-copy':
    case 'bulletin-test':
    case 'bulletin-reminder':
    case 'place-outcome':
    case 'places-closed':
    case 'place-given-up':
    case 'places-over':
    case 'places-on-again':
      return 'not-needed' // an issue's or an offer's, never a session's
    case 'answer':
      break
  }
  return whyNoAnswer(purpose, record, context)
}

function isCancelled({ standing }: Session, through: 'decision' | 'outlook'): boolean {
  return standing.kind === 'cancelled' && standing.through === through
}

/** Nothing goes out for a session that was cancelled, and nothing for one that officers were asked about because it lost its tag. */
function whyNotStanding({ standing, decision }: Session): SkippedBecause | undefined {
  if (isPostponed({ standing, ...(decision ? { decision } : {}) })) return 'postponed'
  if (standing.kind === 'standing') return undefined
  return standing.kind === 'cancelled' ? 'cancelled' : 'not-needed'
}

function answerOf(session: Session, memberId: MemberId): Response | undefined {
  const invitation = session.invitations.find((each) => each.memberId === memberId)
  return invitation && intention(invitation)
}

function memberInOffice(session: Session, memberId: MemberId, { members }: OwedContext): Member | undefined {
  return members.find((member) => member.id === memberId && isInOffice(member, londonDay(session.startsAt)))
}

function whyNoReminder(purpose: Of<'reminder'>, duty: Duty, session: Session, context: OwedContext): SkippedBecause | undefined {
  const { rulebook, now, sameMorning = [] } = context
  const notStanding = whyNotStanding(session)
  if (notStanding) return notStanding
  if (isAtOrAfter(now, session.startsAt)) return 'late'
  const member = memberInOffice(session, purpose.memberId, context)
  if (!member) return 'left-office'
  const answer = answerOf(session, purpose.memberId)
  if (answer === 'declined') return 'declined'
  const to: readonly Response[] = (purpose.reminder === 'week-before' ? rulebook.reminders.weekBefore : rulebook.reminders.morningOf).to
  if (answer === undefined || !to.includes(answer)) return 'not-needed'
  if (duty.channel === 'text' && !takesTexts(member, rulebook)) return 'opted-out'
  const movedSince = session.movedAt !== undefined && isAtOrAfter(session.movedAt, duty.notBefore)
  if (movedSince && !stillFits(purpose.reminder, session, rulebook, now)) return 'moved'
  return purpose.reminder === 'morning-of' && carriedBy(session, member, sameMorning, rulebook) ? 'combined' : undefined
}

function whyNoNudge(purpose: Of<'nudge'>, session: Session, context: OwedContext): SkippedBecause | undefined {
  const notStanding = whyNotStanding(session)
  if (notStanding) return notStanding
  if (!memberInOffice(session, purpose.memberId, context)) return 'left-office'
  const answer = answerOf(session, purpose.memberId)
  if (answer === undefined) return 'not-needed'
  if (answer !== 'none') return 'answered'
  return isAtOrAfter(context.now, session.startsAt) ? 'late' : undefined
}

/** Whoever has said yes or no since is left alone. */
function whyNoChase(purpose: Of<'chase'>, session: Session, context: OwedContext): SkippedBecause | undefined {
  const notStanding = whyNotStanding(session)
  if (notStanding) return notStanding
  if (!memberInOffice(session, purpose.memberId, context)) return 'left-office'
  const answer = answerOf(session, purpose.memberId)
  if (answer === undefined) return 'not-needed'
  if (answer === 'declined') return 'declined'
  if (answer === 'accepted') return 'answered'
  return isAtOrAfter(context.now, session.startsAt) ? 'late' : undefined
}

function whyNoNotice(
  purpose: Of<'cancellation-notice'>,
  duty: Duty,
  { session, calls }: SessionRecord,
  context: OwedContext,
): SkippedBecause | undefined {
  if (session.standing.kind !== 'cancelled') return 'not-needed'
  const member = affected(session, context.members, context.rulebook).find((each) => each.id === purpose.memberId)
  if (!member) return 'not-needed'
  const told = calls.some((call) => call.memberId === member.id && call.outcome === 'told' && call.takenBackAt === undefined)
  if (told) return 'already-told'
  return duty.channel === 'text' && !takesTexts(member, context.rulebook) ? 'opted-out' : undefined
}

/** A card says what is open now; one for a round that is over has nothing to ask. */
function whyNoCard({ round }: Of<'decision-card'> | Of<'escalation'>, session: Session): SkippedBecause | undefined {
  const notStanding = whyNotStanding(session)
  if (notStanding) return notStanding
  const question = session.undersubscribed
  return question.kind === 'open' && question.round === round ? undefined : 'closed'
}

function whyNotAsked(session: Session): SkippedBecause | undefined {
  if (!isCancelled(session, 'outlook')) return 'not-needed'
  return session.standing.kind === 'cancelled' && session.standing.reason ? 'answered' : undefined
}

/**
 * Only a Member's last change of mind is told to Outlook, even when Outlook seems to show the same answer already: what was
 * told before it may still be on its way.
 */
function whyNoAnswer(purpose: Of<'answer'>, { session, duties }: SessionRecord, { now }: OwedContext): SkippedBecause | undefined {
  if (session.standing.kind === 'cancelled') return 'cancelled'
  const superseded = duties.some(
    ({ duty }) => duty.purpose.kind === 'answer' && duty.purpose.memberId === purpose.memberId && duty.purpose.number > purpose.number,
  )
  if (superseded) return 'not-needed'
  return isAtOrAfter(now, session.startsAt) ? 'late' : undefined
}
