import { briefDueAt } from '../brief/given.ts'
import { inLondon } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { earliest, isAtOrAfter, isBefore } from '../kernel/time.ts'
import { moneyOf } from '../sessions/costs.ts'
import { partnerCancellations } from '../partners/sharing.ts'
import { isPostponed } from '../sessions/postponed.ts'
import { reopenedBy } from '../sessions/mandatory.ts'
import type { Session } from '../sessions/session.ts'
import type { HistoryEntry, Moments, SessionRecord } from '../sessions/session-record.ts'
import { shortNoticeFrom } from '../sessions/short-notice.ts'
import { lastCheckAt, minimumFor, reviewFrom, caseAfter } from '../sessions/undersubscribed.ts'
import { cancellationDuties } from './cancellation.ts'
import { caseDuties } from './case-duties.ts'
import type { Duty, ReminderKind } from './duty.ts'
import { asDue } from './duty-ids.ts'
import { evaluationDuties, evaluationTimes } from './evaluations.ts'
import { fallbackDuties } from './fallbacks.ts'
import { nudgeDuties, nudgesDue, nudgeTimes } from './nudges.ts'
import type { Owed, OwedContext } from './owed-context.ts'
import { registerTimes } from './register-attention.ts'
import { momentOf, reminderDuties, reminderTimes } from './reminders.ts'
import { owedAnew } from './reminders-anew.ts'
import { unconfirmedAt } from './unconfirmed.ts'

/**
 * What the council owes because of one session, worked out from all that is known of it and the time: its case raised or
 * closed, its moments that have come, the duties not yet written down, and when it is next worth looking at.
 *
 * Worked out again from its own result at the same time, it gives nothing new. Nothing here cancels a session (C3.1).
 *
 * Clauses: C2.3, C3.2, C3.4, C3.9 to C3.13, C4.8 to C4.12, C8.1, C8.2, C8.27.
 */
export function owed(record: SessionRecord, context: OwedContext): Owed {
  const question = caseAfter(record, context.rulebook, context.now)
  const session = { ...record.session, undersubscribed: question.undersubscribed }
  const asked = isToCome(session, context.now) ? nudged({ ...record, session }, context) : { moments: record.moments, duties: [] }
  const reviewed = withReviewed(asked.moments, question.reviewed)
  const reminded = isToCome(session, context.now) ? remindedOf({ ...record, session, moments: reviewed }, context) : nothing(reviewed)
  const duties = [
    ...asked.duties,
    ...reminded.duties,
    ...missedReminders({ ...record, session }, context),
    ...caseDuties(session, context),
    ...cancellationDuties(session, context),
    ...fallbackDuties({ ...record, session }, context),
    ...partnerCancellations({ ...record, session }, context.now),
    ...evaluationDuties(record, context),
  ]
  const fresh = notYetHeld(duties, record)
  const written = [...record.duties, ...fresh.map(asDue)]
  const next = nextLookAt({ ...record, session, moments: reminded.moments, duties: written }, context)
  return {
    undersubscribed: session.undersubscribed,
    moments: reminded.moments,
    duties: fresh,
    history: [...question.history, ...reminded.history, ...partnersToldOff(fresh, context.now)],
    ...(next ? { nextLookAt: next } : {}),
  }
}

/** C4.18. */
function partnersToldOff(fresh: readonly Duty[], now: Instant): readonly HistoryEntry[] {
  const partners = fresh.filter(({ purpose }) => purpose.kind === 'partner-cancelled').length
  return partners > 0 ? [{ at: now, what: { kind: 'partners-told-off', partners } }] : []
}

type Came = { readonly moments: Moments; readonly duties: readonly Duty[]; readonly history: readonly HistoryEntry[] }

function nothing(moments: Moments): Came {
  return { moments, duties: [], history: [] }
}

/** It stands, has not begun, and is not about to be moved: nobody is reminded of a time at which it will not be held. */
function isToCome(session: Session, now: Instant): boolean {
  return session.standing.kind === 'standing' && isBefore(now, session.startsAt) && !isPostponed(session)
}

function withReviewed(moments: Moments, reviewed: Instant | undefined): Moments {
  const { reviewed: outdated, ...others } = moments
  if (reviewed) return { ...moments, reviewed }
  return outdated ? others : moments
}

function nudged(record: SessionRecord, context: OwedContext): Omit<Came, 'history'> {
  const { session, moments } = record
  const due = nudgesDue(record, context)
  if (due.number === undefined) return { moments: { ...moments, nudged: due.nudged }, duties: [] }
  const duties = nudgeDuties(session, due.number, context)
  return { moments: { ...moments, nudged: due.nudged, nudgedAt: context.now }, duties }
}

const reminderMoments = [
  ['week-before', 'weekBefore'],
  ['morning-of', 'morningOf'],
] as const satisfies readonly (readonly [ReminderKind, keyof Moments])[]

/** Each reminder's moment comes once, whatever becomes of the session's time afterwards (C4.12); what was put aside goes anew. */
function remindedOf(record: SessionRecord, context: OwedContext): Came {
  const { rulebook, members, now } = context
  return reminderMoments.reduce<Came>((came, [reminder, moment]) => {
    const hasCome = came.moments[moment] !== undefined
    const isNow = isAwaited(record, reminder, hasCome) && momentOf(reminder, record.session, rulebook, now).kind === 'now'
    if (!isNow) return came
    const all = reminderDuties(record, reminder, members, rulebook, now)
    const duties = hasCome ? all.filter(({ purpose }) => 'again' in purpose) : all
    const line: HistoryEntry = { at: now, what: { kind: 'reminded', reminder, members: duties.length } }
    return {
      moments: hasCome ? came.moments : { ...came.moments, [moment]: now },
      duties: [...came.duties, ...duties],
      history: duties.length > 0 ? [...came.history, line] : came.history,
    }
  }, nothing(record.moments))
}

/** Its moment has not come, or somebody whose reminder was put aside at that moment is owed it anew. */
function isAwaited(record: SessionRecord, reminder: ReminderKind, hasCome: boolean): boolean {
  return !hasCome || owedAnew(record, reminder).size > 0
}

/**
 * Reminders whose moment was slept through until the session had begun. Nobody is told of it any more: each is written down as due until
 * now, and so ends skipped as late, where whoever asks why somebody heard nothing finds it.
 */
function missedReminders(record: SessionRecord, { rulebook, members, now }: OwedContext): readonly Duty[] {
  const { session, moments } = record
  if (session.standing.kind !== 'standing' || isBefore(now, session.startsAt) || isPostponed(session)) return []
  const times = reminderTimes(session, rulebook)
  return reminderMoments
    .filter(([, moment]) => moments[moment] === undefined && times[moment] !== undefined)
    .flatMap(([reminder]) => reminderDuties(record, reminder, members, rulebook, now))
    .map((duty) => ({ ...duty, notAfter: now }))
}

function notYetHeld(duties: readonly Duty[], record: SessionRecord): readonly Duty[] {
  const held = new Set<string>(record.duties.map((each) => each.duty.id))
  return duties.filter((duty, index) => !held.has(duty.id) && duties.findIndex((other) => other.id === duty.id) === index)
}

/** The first instant after now at which time alone changes what is owed or what is shown. */
function nextLookAt(record: SessionRecord, context: OwedContext): Instant | undefined {
  const { now } = context
  const { session } = record
  const ahead = session.standing.kind === 'standing' && !isPostponed(session) ? standingTimes(record, context) : []
  const times = [
    ...ahead,
    ...needTimes(record, context),
    ...unconfirmedAt(record, context.rulebook),
    ...registerTimes(record, context.rulebook),
    ...evaluationTimes(record, context),
    session.startsAt,
    session.endsAt,
  ]
  return earliest(times.filter((at) => isBefore(now, at)))
}

/**
 * C3.15: what is said of an open need names the next meeting that it gates, which is another one once that has been; and it is nobody's
 * any more from the day after whoever has it leaves office.
 */
function needTimes({ session }: SessionRecord, { members, rulebook, elsewhere, now }: OwedContext): readonly Instant[] {
  const needs = elsewhere ? reopenedBy(session, { members, rulebook, elsewhere, now }) : []
  const needing = new Set(needs.map(({ memberId }) => memberId))
  return [
    ...needs.flatMap(({ deadline }) => (deadline.kind === 'meeting' ? [deadline.at.add({ seconds: 1 })] : [])),
    ...members.flatMap(({ id, to }) => (to && needing.has(id) ? [inLondon(to.add({ days: 1 }), '00:00')] : [])),
  ]
}

/** C3.5: the card of an open question says what would be owed, and that is more from then on. */
function moneyTimes({ session }: SessionRecord, { rulebook, now }: OwedContext): readonly Instant[] {
  const next = moneyOf(session, session.details?.costs ?? [], rulebook, now)?.next
  return next ? [next.at] : []
}

function standingTimes(record: SessionRecord, context: OwedContext): readonly Instant[] {
  const { session, moments } = record
  const { rulebook, now } = context
  const question = session.undersubscribed
  const briefAt = briefDueAt(session, rulebook)
  const reminders = reminderMoments.flatMap(([reminder, moment]) => {
    if (!isAwaited(record, reminder, moments[moment] !== undefined) || isAtOrAfter(now, session.startsAt)) return []
    const due = momentOf(reminder, session, rulebook, now)
    return due.kind === 'at' ? [due.at] : []
  })
  return [
    ...reminders,
    ...nudgeTimes(session, rulebook).slice(moments.nudged),
    ...(briefAt ? [briefAt] : []),
    ...(minimumFor(session, rulebook) > 0 ? [reviewFrom(session, rulebook), lastCheckAt(session, rulebook)] : []),
    ...(question.kind === 'open' && !question.escalatedAt ? [question.decideBy] : []),
    ...(question.kind === 'open' ? moneyTimes(record, context) : []),
    // The card of an open question says what cancelling would do, and that is more from the moment the notice is short.
    ...(question.kind === 'open' ? [shortNoticeFrom(session.startsAt, rulebook).add({ seconds: 1 })] : []),
  ]
}
