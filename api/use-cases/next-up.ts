import { nudgeTimes } from '../../domain/duties/nudges.ts'
import { reminderTimes } from '../../domain/duties/reminders.ts'
import { unconfirmedAt } from '../../domain/duties/unconfirmed.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Response } from '../../domain/sessions/response.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import { minimumFor, reviewFrom } from '../../domain/sessions/undersubscribed.ts'
import type { Council } from '../ports/council.ts'
import { nextUpWords } from './next-up-words.ts'

export type NextUp = { readonly at: Instant; readonly what: string }

const daysAhead = 120

/**
 * What will next happen of itself that somebody would notice: a reminder, a review, a text that is still not confirmed. Readings of
 * calendars and other housekeeping are passed over. Undefined: nothing in the next four months, as things stand.
 */
export async function nextUp({ clock, rulebook, sessions }: Council): Promise<NextUp | undefined> {
  const now = clock.now()
  const coming = await sessions.between(now, now.add({ hours: 24 * daysAhead }))
  const standing = coming.filter((session) => session.standing.kind === 'standing').flatMap((session) => momentsOf(session, rulebook))
  const cancelled = coming.filter((session) => session.standing.kind === 'cancelled')
  const unconfirmed = await Promise.all(
    cancelled.map(async ({ id }) => {
      const record = await sessions.find(id)
      return record ? unconfirmedAt(record, rulebook).map((at) => ({ at, what: nextUpWords.unconfirmed })) : []
    }),
  )
  const ahead = [...standing, ...unconfirmed.flat()].filter(({ at }) => isBefore(now, at))
  return ahead.reduce<NextUp | undefined>((first, each) => (first && !isBefore(each.at, first.at) ? first : each), undefined)
}

function momentsOf(session: SessionSummary, rulebook: Rulebook): readonly NextUp[] {
  const { title, counts, undersubscribed } = session
  const { weekBefore, morningOf } = reminderTimes(session, rulebook)
  const { reminders } = rulebook
  const of = (responses: readonly Response[]) => responses.reduce((sum, response) => sum + counts[response], 0)
  const moment = (at: Instant | undefined, what: string, people: number): readonly NextUp[] => (at && people > 0 ? [{ at, what }] : [])
  const judged = minimumFor(session, rulebook) > 0
  const open = undersubscribed.kind === 'open' && !undersubscribed.escalatedAt ? undersubscribed : undefined
  return [
    ...moment(weekBefore, nextUpWords.weekBefore(of(reminders.weekBefore.to)), of(reminders.weekBefore.to)),
    ...moment(morningOf, nextUpWords.morningOf(of(reminders.morningOf.to)), of(reminders.morningOf.to)),
    ...nudgeTimes(session, rulebook).flatMap((at) => moment(at, nextUpWords.nudge(counts.none), counts.none)),
    ...moment(judged ? reviewFrom(session, rulebook) : undefined, nextUpWords.review(title), 1),
    ...moment(open?.decideBy, nextUpWords.escalation(title), 1),
  ]
}
