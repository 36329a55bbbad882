import { inLondon } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import { holidaysOf, workingDaysBefore } from '../kernel/working-days.ts'
import { memberById } from '../members/audience.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import type { Moments, SessionRecord } from '../sessions/session-record.ts'
import { reviewDay } from '../sessions/undersubscribed.ts'
import type { Duty } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import type { OwedContext } from './owed-context.ts'
import { permittedUntil } from './reminders.ts'
import { intention } from './told.ts'

/** The most that a rulebook may ask for. */
const mostNudges = 3

/**
 * When those who have not answered are asked to, first to last: a number of working days before the review, then a working day
 * apart, and never after the review (C2.3).
 */
export function nudgeTimes(session: Pick<Session, 'startsAt'>, rulebook: Rulebook): readonly Instant[] {
  const { count, workingDaysBeforeReview, at } = rulebook.responses.nudge
  const review = reviewDay(session, rulebook)
  const holidays = holidaysOf(rulebook.workingDays)
  const daysBefore = Array.from({ length: count }, (_, index) => workingDaysBeforeReview - index).filter((days) => days >= 0)
  return daysBefore.map((days) => inLondon(workingDaysBefore(review, days, holidays), at))
}

/**
 * The nudges whose time has come and whose day is not over; one whose day has passed is not made up for. A session that was moved
 * since is asked about anew, because nobody has answered its new time (C1.21).
 *
 * `number` tells the nudges of one session apart, whichever of its times they are for.
 */
export function nudgesDue(
  { session, moments, history }: Pick<SessionRecord, 'session' | 'moments' | 'history'>,
  { rulebook, now }: OwedContext,
): { readonly nudged: number; readonly number?: number } {
  const nudged = isOutdated(moments, session) ? 0 : moments.nudged
  const come = nudgeTimes(session, rulebook).filter((at) => isAtOrAfter(now, at))
  const last = come.at(-1)
  if (come.length <= nudged || !last) return { nudged }
  const known = isAtOrAfter(last, session.movedAt ?? session.firstSeenAt)
  if (!known || isAtOrAfter(now, permittedUntil(last, rulebook))) return { nudged: come.length }
  const moves = history.filter(({ what }) => what.kind === 'moved' || what.kind === 'length-changed').length
  return { nudged: come.length, number: moves * mostNudges + come.length }
}

function isOutdated({ nudgedAt }: Moments, { movedAt }: Session): boolean {
  return movedAt !== undefined && (nudgedAt === undefined || isBefore(nudgedAt, movedAt))
}

/** One card, or an email where the bot cannot know the Member, for each Member who has not answered. */
export function nudgeDuties(session: Session, number: number, { members, rulebook, now }: OwedContext): readonly Duty[] {
  const roll = memberById(members)
  return session.invitations
    .filter((invitation) => intention(invitation) === 'none')
    .flatMap((invitation) => roll.get(invitation.memberId) ?? [])
    .map((member) =>
      dutyOf(session.id, { kind: 'nudge', memberId: member.id, number }, member.personId ? 'card' : 'email', {
        notBefore: now,
        notAfter: permittedUntil(now, rulebook),
      }),
    )
}
