import type { SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Appointment } from './appointment.ts'
import type { Invitation, Session } from './session.ts'

/**
 * An answer after its session was moved: one given to the old time is shown as needing confirmation, and counts only where the
 * council keeps answers (C1.21, `responses.onMove`).
 *
 * Outlook forgets answers when a time changes; where it was told not to ask for any, the old ones are still there, and
 * `respondedAt` beside a response of `none` is the mark that Outlook still holds the old answer.
 */
export function afterMove(
  before: Invitation | undefined,
  seen: Invitation,
  movedNow: boolean,
  onMove: Rulebook['responses']['onMove'],
): Invitation {
  const old = oldAnswer(before, movedNow)
  if (old === undefined || answeredAnew(before, seen)) return seen
  return { ...seen, response: onMove === 'keep' ? old : 'none', answeredOldTime: old }
}

function oldAnswer(before: Invitation | undefined, movedNow: boolean): Invitation['answeredOldTime'] {
  if (before?.answeredOldTime) return before.answeredOldTime
  return movedNow && before && before.response !== 'none' ? before.response : undefined
}

/** Outlook shows an answer that is not the one that was given to the old time. */
function answeredAnew(before: Invitation | undefined, seen: Invitation): boolean {
  if (seen.response === 'none') return false
  if (!before?.respondedAt) return true
  if (seen.respondedAt) return isBefore(before.respondedAt, seen.respondedAt)
  return seen.response !== (before.answeredOldTime ?? before.response)
}

/**
 * The sessions that went to other days because their whole series was given another pattern, by the event that is now each one's.
 *
 * Outlook makes every day of such a series anew: the old days are gone, and none of the new ones is known. They are taken in
 * order, the first for the first. Where a day of the series is still the one it was, the others were taken out or added one by one.
 *
 * Clauses: C1.21. Trap: without this each day would be told as cancelled, and by text to those who were coming.
 */
export function movedWithSeries(
  gone: readonly Session[],
  seen: readonly { readonly appointment: Appointment; readonly known: boolean }[],
  now: Instant,
): ReadonlyMap<string, SessionId> {
  const left = gone.filter(({ standing, startsAt }) => standing.kind === 'standing' && isBefore(now, startsAt)).toSorted(byStart)
  const moved = [...new Set(left.map(({ calendar }) => calendar.iCalUId))].flatMap((iCalUId) => {
    const days = seen.filter(({ appointment }) => appointment.series?.iCalUId === iCalUId && isBefore(now, appointment.startsAt))
    if (days.some(({ known }) => known)) return []
    const fresh = days.map(({ appointment }) => appointment).toSorted(byStart)
    const sessions = left.filter(({ calendar }) => calendar.iCalUId === iCalUId)
    return sessions.flatMap(({ id }, index): readonly (readonly [string, SessionId])[] => {
      const day = fresh[index]
      return day ? [[day.eventId, id]] : []
    })
  })
  return new Map(moved)
}

function byStart(one: { readonly startsAt: Instant }, other: { readonly startsAt: Instant }): number {
  return one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds
}
