import { hasGone, mayHaveLeft } from '../../domain/duties/came-back.ts'
import type { Purpose } from '../../domain/duties/duty.ts'
import type { SameMorning } from '../../domain/duties/owed-context.ts'
import { intention } from '../../domain/duties/told.ts'
import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import { rulesOfCourse } from '../../domain/sessions/rules-met.ts'
import type { DutyRecord, SessionRecord } from '../../domain/sessions/session-record.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { aroundToCome } from '../use-cases/read-around.ts'
import { contextOf, weighedIn } from '../use-cases/read-context.ts'

/** Everything besides the record that decides what is owed and how it is said, read now. */
export async function contextFor(council: Council, record: SessionRecord): Promise<ComposeContext> {
  const context = await contextOf(council, record.session.courseId)
  const weighed = isWeighed(record, context) ? await weighedIn(council, record, context) : {}
  return { ...context, ...weighed, sameMorning: await sameMorningOf(council, record, context.members) }
}

/** Whether somebody is asked about it, or was coming to what they must: then more is said of it than of others. */
function isWeighed({ session }: SessionRecord, { rulebook, otherRuns }: ComposeContext): boolean {
  const { undersubscribed, standing } = session
  return undersubscribed.kind === 'open' || (standing.kind === 'cancelled' && rulesOfCourse(session, otherRuns, rulebook).length > 0)
}

/** The same with what else is on about the session (C14.3), which no message says anything of. */
export async function contextForLook(council: Council, record: SessionRecord): Promise<ComposeContext> {
  const [context, around] = await Promise.all([contextFor(council, record), aroundToCome(council, record.session)])
  return { ...context, ...(around ? { around } : {}) }
}

/** The day's other sessions of those Members who want two of one morning in one text (C4.12). Nothing is read when nobody does. */
async function sameMorningOf({ clock, rulebook, sessions }: Council, { session }: SessionRecord, roll: readonly Member[]) {
  const invited = new Set(session.invitations.map((invitation) => invitation.memberId))
  const combining = new Set(roll.filter((member) => member.texts.combine && invited.has(member.id)).map((member) => member.id))
  if (!rulebook.reminders.combineAllowed || combining.size === 0) return []

  const day = londonDay(session.startsAt)
  const onTheDay = await sessions.between(inLondon(day, '00:00'), inLondon(day.add({ days: 1 }), '00:00'))
  const records = await Promise.all(onTheDay.filter((other) => other.id !== session.id).map(async (other) => sessions.find(other.id)))
  return records.flatMap((record) => (record ? sharedWith(record, combining, clock.now()) : []))
}

function sharedWith(record: SessionRecord, members: ReadonlySet<Member['id']>, now: Instant): readonly SameMorning[] {
  const { session, moments } = record
  const { id, title, startsAt, place } = session
  return session.invitations
    .filter(({ memberId }) => members.has(memberId) && !isMissed(record, memberId, now))
    .map((invitation) => ({
      memberId: invitation.memberId,
      sessionId: id,
      title,
      startsAt,
      place,
      response: intention(invitation),
      standing: isOffered(session),
      morningOf: moments.morningOf,
      ...(morningsOf(record, invitation.memberId).some(hasGone) ? { reminded: true as const } : {}),
    }))
}

/**
 * A morning text that came too late speaks for no other session: whoever counted on it would hear of neither. One that is still to be sent
 * once the session has begun will come too late, unless another has left already.
 */
function isMissed(record: SessionRecord, memberId: Member['id'], now: Instant): boolean {
  const own = morningsOf(record, memberId)
  const over = own.filter(({ state }) => state.kind === 'done')
  if (over.length === 0 || over.length < own.length) return isAtOrAfter(now, record.session.startsAt) && !over.some(mayHaveLeft)
  return own.some(({ state }) => state.kind === 'done' && state.outcome.kind === 'skipped' && state.outcome.because === 'late')
}

function morningsOf({ duties }: SessionRecord, memberId: Member['id']): readonly DutyRecord[] {
  return duties.filter(({ duty: { purpose } }) => isMorningOf(purpose) && purpose.memberId === memberId)
}

function isMorningOf(purpose: Purpose): purpose is Extract<Purpose, { kind: 'reminder' }> {
  return purpose.kind === 'reminder' && purpose.reminder === 'morning-of'
}
