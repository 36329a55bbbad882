import type { SessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Appointment } from './appointment.ts'
import { courseOf } from './course.ts'
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
  const carried = new Map(moved)
  const ids = new Set(carried.values())
  const others = left.filter(({ id }) => !ids.has(id))
  const days = seen.filter(({ appointment }) => !carried.has(appointment.eventId) && isBefore(now, appointment.startsAt))
  return new Map([...carried, ...splitOff(others, days)])
}

/** Days by which a day may have moved when the rest of its series was split off. */
const mostDaysApart = 7

/**
 * "This and all following": Outlook ends the series and makes another of what follows, under an id of its own. Its days are the sessions
 * that went with the old ones, where both have one title: those of the same day first, then in order, no more than a week apart.
 */
function splitOff(gone: readonly Session[], seen: readonly SeenDay[]): readonly (readonly [eventId: string, id: SessionId])[] {
  const bySeries = Map.groupBy(seen, ({ appointment }) => appointment.series?.iCalUId ?? '')
  bySeries.delete('')
  const fresh = [...bySeries.values()].filter((days) => !days.some(({ known }) => known)).flat()
  const [days, sessions] = [fresh.map(({ appointment }) => appointment).toSorted(byStart), new Set(gone)]
  const sameDay = paired(days, sessions, (day, session) => londonDay(day.startsAt).equals(londonDay(session.startsAt)))
  const taken = new Set(sameDay.map(([eventId]) => eventId))
  const left = days.filter(({ eventId }) => !taken.has(eventId))
  return [...sameDay, ...paired(left, sessions, (day, session) => daysApart(day, session) <= mostDaysApart)]
}

type SeenDay = Parameters<typeof movedWithSeries>[1][number]

/** Each day with the first session that fits it; a session that has its day is taken from those that are left. */
function paired(
  days: readonly Appointment[],
  left: Set<Session>,
  fits: (day: Appointment, session: Session) => boolean,
): readonly (readonly [string, SessionId])[] {
  return days.flatMap((day): readonly (readonly [string, SessionId])[] => {
    const session = [...left].find((each) => each.courseId === courseOf(day.subject) && fits(day, each))
    if (!session) return []
    left.delete(session)
    return [[day.eventId, session.id]]
  })
}

function daysApart(one: Appointment, other: Session): number {
  return Math.abs(londonDay(one.startsAt).until(londonDay(other.startsAt)).days)
}

function byStart(one: { readonly startsAt: Instant }, other: { readonly startsAt: Instant }): number {
  return one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds
}
