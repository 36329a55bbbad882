import { intention } from '../duties/told.ts'
import type { MemberId } from '../kernel/ids.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import { municipalYearBegan } from '../kernel/municipal-year.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { day, isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { CommitteeMeeting } from '../meetings/meeting.ts'
import { hasLeftOffice } from '../members/member.ts'
import type { Member } from '../members/member.ts'
import { holdsOffice, plain, seatOn } from '../members/seats.ts'
import { inductionBegan, inductionEnds } from '../requirements/term.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isOffered } from './postponed.ts'
import type { Response } from './response.ts'
import { rulesOfCourse } from './rules-met.ts'
import type { Session } from './session.ts'
import type { SessionSummary } from './session-record.ts'

/** What else bears on a session's question: other sessions, with who answers what, and committees' meetings to come. */
export type Elsewhere = {
  /** The other runs of its course, whether one can still go to them or not. */
  readonly runs: readonly SessionSummary[]
  readonly sessions: readonly Session[]
  readonly meetings: readonly CommitteeMeeting[]
  /** Sessions of the last year, with who was there. */
  readonly held: readonly SessionSummary[]
}

export const nothingElsewhere: Elsewhere = { runs: [], sessions: [], meetings: [], held: [] }

/** By when somebody must have attended. */
export type Deadline =
  | { readonly kind: 'meeting'; readonly committee: string; readonly at: Instant }
  /** They may not sit before, and no meeting is known yet. */
  | { readonly kind: 'sitting'; readonly committee: string }
  | { readonly kind: 'day'; readonly on: Day }
  | { readonly kind: 'none' }

/** One Member for whom a session's training is mandatory, and whether anything else would do (C3.6). */
export type Need = {
  readonly memberId: MemberId
  readonly name: string
  readonly rule: Pick<MandatoryRule, 'id' | 'label'>
  readonly deadline: Deadline
  /** The next other session, in time, to which they are invited and have not said no. Absent: none. */
  readonly otherwise?: { readonly id: Session['id']; readonly startsAt: Instant; readonly response: Response }
  /** One that would have done, had they not declined it. */
  readonly declined?: { readonly id: Session['id']; readonly startsAt: Instant }
}

/** Whether a rule binds a Member, by kind, office or seat. A substitute may sit, so what binds the members binds them, unless the rule says not. */
export function isBoundBy(
  { appliesTo, substitutes }: Pick<MandatoryRule, 'appliesTo' | 'substitutes'>,
  { kind, posts = [] }: Pick<Member, 'kind' | 'posts'>,
): boolean {
  const { kinds, offices, committees } = appliesTo
  return (
    kinds.includes(kind) ||
    offices.some((office) => holdsOffice(office, posts)) ||
    committees.some((committee) => {
      const seat = seatOn(committee, posts)
      return seat === 'member' || (seat === 'substitute' && substitutes)
    })
  )
}

export type NeedContext = {
  readonly members: readonly Member[]
  readonly rulebook: Rulebook
  readonly elsewhere: Elsewhere
  readonly now: Instant
}

/**
 * C3.6: those who have confirmed and for whom the session is mandatory, rule by rule in the rulebook's order. Nothing binds whoever has
 * left office since, or will have by then.
 */
export function needsOf(session: Session, context: NeedContext): readonly Need[] {
  const confirmed = new Set(session.invitations.filter((each) => intention(each) === 'accepted').map(({ memberId }) => memberId))
  const days = [session.startsAt, context.now].map(londonDay)
  const members = context.members.filter((member) => confirmed.has(member.id) && !days.some((on) => hasLeftOffice(member, on)))
  return rulesOfCourse(session, context.elsewhere.runs, context.rulebook).flatMap((rule) =>
    members
      .filter((member) => isBoundBy(rule, member) && !hasMet(session, rule, member, context))
      .map((member) => needOf(session, rule, member, context)),
  )
}

/** Recorded as there within the last year, and in the same municipal year where it must be done again in each. */
function hasMet(session: Session, rule: MandatoryRule, { id }: Member, { elsewhere, rulebook }: NeedContext): boolean {
  const yearly = rule.again === 'each-municipal-year' ? municipalYearBegan(londonDay(session.startsAt)) : undefined
  return elsewhere.held.some(
    (held) =>
      held.id !== session.id &&
      held.attended?.includes(id) &&
      (!yearly || yearly.until(londonDay(held.startsAt)).sign >= 0) &&
      rulesOfCourse(held, [session, ...elsewhere.runs], rulebook).some((met) => met.id === rule.id),
  )
}

/**
 * C3.15: the needs of those who were coming to a cancelled session, where nothing else would meet them. Whoever has another session in
 * time, held since or still to come, to which they have not said no, has another way.
 */
export function reopenedBy(session: Session, context: NeedContext): readonly Need[] {
  return session.standing.kind === 'cancelled' ? needsOf(session, context).filter(({ otherwise }) => !otherwise) : []
}

/** What cancelling would leave without another way. */
export function wouldReopen(session: Session, context: NeedContext): readonly Need[] {
  return needsOf(session, context).filter(({ otherwise }) => !otherwise)
}

function needOf(session: Session, rule: MandatoryRule, member: Member, context: NeedContext): Need {
  const deadline = deadlineOf(session, rule, member, context)
  const since = session.standing.kind === 'cancelled' ? session.standing.at : context.now
  const inTime = context.elsewhere.sessions
    .filter((other) => other.id !== session.id && isOffered(other) && isBefore(since, other.startsAt))
    .filter((other) => rulesOfCourse(other, [session, ...context.elsewhere.runs], context.rulebook).some(({ id }) => id === rule.id))
    .filter((other) => isInTime(other, deadline, context.now))
    .toSorted((one, another) => one.startsAt.epochMilliseconds - another.startsAt.epochMilliseconds)
    .flatMap((other) => {
      const invitation = other.invitations.find(({ memberId }) => memberId === member.id)
      return invitation ? [{ id: other.id, startsAt: other.startsAt, response: intention(invitation) }] : []
    })
  const otherwise = inTime.find(({ response }) => response !== 'declined')
  const declined = inTime.find(({ response }) => response === 'declined')
  return {
    memberId: member.id,
    name: member.shortName,
    rule: { id: rule.id, label: rule.label },
    deadline,
    ...(otherwise ? { otherwise } : {}),
    ...(declined && !otherwise ? { declined: { id: declined.id, startsAt: declined.startsAt } } : {}),
  }
}

/** A deadline that has passed rules nothing out: late is better than never. */
function isInTime({ endsAt }: Session, deadline: Deadline, now: Instant): boolean {
  if (deadline.kind === 'meeting') return isBefore(deadline.at, now) || isAtOrAfter(deadline.at, endsAt)
  if (deadline.kind !== 'day') return true
  const over = inLondon(deadline.on.add({ days: 1 }), '00:00')
  return isAtOrAfter(now, over) || isAtOrAfter(over, endsAt)
}

function deadlineOf(session: Session, rule: MandatoryRule, member: Member, context: NeedContext): Deadline {
  const { due, appliesTo } = rule
  const { rulebook } = context
  switch (due.by) {
    case 'sitting':
      return sittingDeadline(session, appliesTo.committees, member, context)
    case 'induction': {
      const began = inductionBegan(member, rulebook)
      return began ? { kind: 'day', on: inductionEnds(began, rulebook) } : { kind: 'none' }
    }
    case 'municipal-year': {
      const began = municipalYearBegan(londonDay(session.startsAt))
      const from = member.from && began.until(member.from).sign > 0 ? member.from : began
      return { kind: 'day', on: from.add({ weeks: due.weeks }) }
    }
    case 'day':
      return { kind: 'day', on: day(due.on) }
    case 'none':
      break
  }
  return { kind: 'none' }
}

/** The first meeting after the session, or after now once that has been, of a committee on which the Member may sit. */
function sittingDeadline(
  session: Session,
  committees: readonly string[],
  { posts = [] }: Member,
  { elsewhere, now }: NeedContext,
): Deadline {
  const own = committees.filter((committee) => seatOn(committee, posts) !== undefined)
  const [first = committees[0] ?? ''] = own
  const names = new Set(own.map(plain))
  const from = isBefore(session.endsAt, now) ? now : session.endsAt
  const [next] = elsewhere.meetings
    .filter(({ committee, status, startsAt }) => status !== 'cancelled' && names.has(plain(committee)) && isAtOrAfter(startsAt, from))
    .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
  return next ? { kind: 'meeting', committee: next.committee, at: next.startsAt } : { kind: 'sitting', committee: first }
}
