import { attendedIn, notHeld, opensAt, responseAtStart } from '../attendance/register.ts'
import { marksSince, standingOf } from '../attendance/mark.ts'
import type { MemberId, PersonId } from '../kernel/ids.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Question } from '../rulebook/evaluation.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionRecord } from '../sessions/session-record.ts'

/** One answer, with the question as it was put: a council may word it otherwise later. */
export type Answered = { readonly questionId: string; readonly label: string } & (
  { readonly answer: 'scale'; readonly value: number } | { readonly answer: 'words'; readonly words: string }
)

/** What one Member said of one session: the last thing said stands, in whatever way it reached us (C8.3). */
export type Evaluation = {
  readonly memberId: MemberId
  /** Counts the times that it was said otherwise, from 1. */
  readonly number: number
  readonly at: Instant
  /** "Not this time" is an answer too: nobody is asked again. */
  readonly said: { readonly kind: 'answers'; readonly answers: readonly Answered[] } | { readonly kind: 'not-this-time' }
  /** C8.11: how it reached us. `by`: the officer who put down what did not come through the form. */
  readonly through: 'form' | 'paper' | 'email' | 'spoken' | 'focus-group'
  readonly by?: { readonly id: PersonId; readonly name: string }
}

type Rules = Pick<Rulebook, 'evaluation' | 'briefings' | 'kinds'>
type Held = Pick<SessionRecord, 'session' | 'history' | 'marks'>

/** C8.1: whether forms are given for sessions of such a kind: a council may ask after its core programme only. */
export function isEvaluated({ kind }: Pick<Session, 'kind'>, rulebook: Rules): boolean {
  const { countsAs } = kindOf(rulebook, kind)
  return countsAs === 'briefing' ? rulebook.briefings.evaluation : rulebook.evaluation.askedOf.includes(countsAs)
}

/** The form of a session of such a kind. */
export function questionsFor({ kind }: Pick<Session, 'kind'>, rulebook: Rules): readonly Question[] {
  const { countsAs } = kindOf(rulebook, kind)
  return rulebook.evaluation.questions.filter(({ of }) => of.length === 0 || of.includes(countsAs))
}

/** C8.2: the morning after, by London's calendar. */
export function askedAt({ endsAt }: Pick<Session, 'endsAt'>, { evaluation }: Pick<Rulebook, 'evaluation'>): Instant {
  return inLondon(londonDay(endsAt).add({ days: 1 }), evaluation.at)
}

/** C8.4: until when the form is open. */
export function openUntil({ endsAt }: Pick<Session, 'endsAt'>, { evaluation }: Pick<Rulebook, 'evaluation'>): Instant {
  return inLondon(londonDay(endsAt).add({ months: evaluation.openMonths }), '00:00')
}

/**
 * Whose evaluation of a session is wanted: those recorded as there; while nothing is recorded of any Member, those who had accepted.
 *
 * Clauses: C8.1. A session that was cancelled, postponed or is none any more is evaluated by nobody.
 */
export function concernedBy(record: Held): readonly MemberId[] {
  const { session, marks } = record
  if (notHeld(session)) return []
  if (isRecorded(record)) return attendedIn(session, marks)
  return session.invitations.map(({ memberId }) => memberId).filter((memberId) => responseAtStart(record, memberId) === 'accepted')
}

/** Something stands on the register of a Member: a mark that was taken back leaves it as empty as before. */
export function isRecorded({ session, marks }: Pick<SessionRecord, 'session' | 'marks'>): boolean {
  const about = marksSince(marks, opensAt(session)).flatMap((mark) =>
    mark.about.kind === 'member' ? [{ mark, memberId: mark.about.memberId }] : [],
  )
  const byMember = Map.groupBy(about, ({ memberId }) => memberId)
  return [...byMember.values()].some((own) => {
    const recorded = standingOf(own.map(({ mark }) => mark))?.standing.recorded
    return recorded !== undefined && recorded !== 'not-recorded'
  })
}

/** What stands of what Members said. What was said of a time from which it was moved since is nothing said of the session. */
export function evaluationsOf({ session, evaluations }: Pick<SessionRecord, 'session' | 'evaluations'>): readonly Evaluation[] {
  return evaluations.filter(({ at }) => isAtOrAfter(at, session.startsAt))
}

export function evaluationBy(record: Pick<SessionRecord, 'session' | 'evaluations'>, memberId: MemberId): Evaluation | undefined {
  return evaluationsOf(record).find((each) => each.memberId === memberId)
}
