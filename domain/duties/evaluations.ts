import { askedAt, concernedBy, evaluationsOf, isEvaluated } from '../evaluations/evaluation.ts'
import { notHeld } from '../attendance/register.ts'
import type { MemberId } from '../kernel/ids.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import type { Duty, SessionPurpose, SkippedBecause } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import type { OwedContext } from './owed-context.ts'
import { nextPermitted } from './reminders.ts'

type OfEvaluation = Extract<SessionPurpose, { kind: 'evaluation' }>
type Context = Pick<OwedContext, 'rulebook' | 'members' | 'now'>

/** Calendar days from the first morning in which somebody may still be asked first: whoever was recorded later hardly remembers. */
const askedForDays = 14
/** A reminder slept through for longer is not made up for. */
const remindedForDays = 3

/**
 * The evaluation form, once, to each Member concerned, and one reminder to whoever has not answered it.
 *
 * Whoever is recorded as there after the first morning is asked then. What was asked of one day of a session is asked anew only when it was
 * moved to another: the day is part of what is owed.
 *
 * Clauses: C8.1, C8.2, C8.6, C8.27.
 */
export function evaluationDuties(record: SessionRecord, { rulebook, members, now }: Context): readonly Duty[] {
  const from = askedAt(record.session, rulebook)
  if (!isAskedOf(record, rulebook) || isBefore(now, from)) return []
  const until = inLondon(londonDay(from).add({ days: askedForDays }), '00:00')
  return unanswered(record, members, now).flatMap((memberId) => {
    const asked = firstOf(record, memberId)
    if (!asked) return isBefore(now, until) ? [askingOf(record, { memberId, now, until }, rulebook)] : []
    const due = remindedAt(asked, rulebook)
    const last = due && inLondon(londonDay(due).add({ days: remindedForDays }), '00:00')
    if (!due || !last || isBefore(now, due) || isAtOrAfter(now, last)) return []
    return [askingOf(record, { memberId, now, until: last, reminder: true }, rulebook)]
  })
}

/** When time alone makes a form or a reminder due. */
export function evaluationTimes(record: SessionRecord, { rulebook, members, now }: Context): readonly Instant[] {
  if (!isAskedOf(record, rulebook)) return []
  const from = askedAt(record.session, rulebook)
  if (isBefore(now, from)) return [from]
  return unanswered(record, members, now).flatMap((memberId) => {
    const asked = firstOf(record, memberId)
    return (asked && remindedAt(asked, rulebook)) ?? []
  })
}

/** Why nobody is to be asked, or reminded, any more. */
export function whyNotEvaluated(
  { memberId, on }: OfEvaluation,
  record: SessionRecord,
  { rulebook, members, now }: Context,
): SkippedBecause | undefined {
  const { session } = record
  const why = notHeld(session)
  if (why) return why === 'untagged' ? 'not-needed' : why
  if (on !== dayOf(record) || isBefore(now, session.endsAt)) return 'moved'
  if (!isEvaluated(session, rulebook)) return 'not-needed'
  if (!members.some((member) => member.id === memberId && isInOffice(member, londonDay(now)))) return 'left-office'
  if (evaluationsOf(record).some((each) => each.memberId === memberId)) return 'answered'
  return concernedBy(record).includes(memberId) ? undefined : 'not-needed'
}

type Asking = { readonly memberId: MemberId; readonly now: Instant; readonly until: Instant; readonly reminder?: true }

function askingOf(record: SessionRecord, { memberId, now, until, reminder }: Asking, rulebook: Rulebook): Duty {
  const purpose: OfEvaluation = { kind: 'evaluation', memberId, on: dayOf(record), ...(reminder ? { reminder } : {}) }
  return dutyOf(record.session.id, purpose, 'email', { notBefore: nextPermitted(now, rulebook), notAfter: until })
}

function isAskedOf({ session }: SessionRecord, rulebook: Rulebook): boolean {
  return notHeld(session) === undefined && isEvaluated(session, rulebook)
}

function unanswered(record: SessionRecord, members: readonly Member[], now: Instant): readonly MemberId[] {
  const answered = new Set(evaluationsOf(record).map(({ memberId }) => memberId))
  const inOffice = new Set(members.filter((member) => isInOffice(member, londonDay(now))).map(({ id }) => id))
  return concernedBy(record).filter((memberId) => inOffice.has(memberId) && !answered.has(memberId))
}

/** "2026-10-27", of the day on which it ended. */
function dayOf({ session }: SessionRecord): string {
  return String(londonDay(session.endsAt))
}

function firstOf(record: SessionRecord, memberId: MemberId): Duty | undefined {
  const on = dayOf(record)
  const isFirst = ({ purpose }: Duty) =>
    purpose.kind === 'evaluation' && purpose.memberId === memberId && purpose.on === on && !purpose.reminder
  return record.duties.find(({ duty }) => isFirst(duty))?.duty
}

/** C8.27: so many days after the Member was first asked, at the same time of the morning. Undefined: never. */
function remindedAt({ notBefore }: Duty, { evaluation: { at, remindAfterDays } }: Rulebook): Instant | undefined {
  return remindAfterDays === 0 ? undefined : inLondon(londonDay(notBefore).add({ days: remindAfterDays }), at)
}
