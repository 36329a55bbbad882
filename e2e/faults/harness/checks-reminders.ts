import { instant } from '../../../domain/kernel/time.ts'
import type { ReminderKind } from '../../../domain/duties/duty.ts'
import type { Response } from '../../../domain/sessions/response.ts'
import { clocksDifferBy, eveningOf, messagesOf, minute, type Message } from './checks-messages.ts'
import { memberNumbers } from './outside/council-world.ts'
import type { Entry } from './outside/outlook.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'
import type { Held } from './sessions-held.ts'
import { settledAnswer, unseenFor, type Span } from './settled-answers.ts'

type Expected = {
  readonly session: Held
  readonly reminder: ReminderKind
  readonly at: number
  readonly to: readonly Response[]
  /** When it was moved to the day that this is worked out from. */
  readonly movedAt?: number
}

/** Every Member whose answer was settled long before gets the reminder, once, in time; and one who declined gets none. */
export function reminders(lived: Lived): readonly string[] {
  const sent = messagesOf(lived)
  return lived.sessions.flatMap((session) => {
    const { weekBefore, morningOf } = session
    const expected: readonly Expected[] = [
      ...(weekBefore
        ? [{ session, reminder: 'week-before', at: momentOf(weekBefore), to: ['accepted', 'tentative', 'none'] } as const]
        : []),
      ...(morningOf ? [{ session, reminder: 'morning-of', at: momentOf(morningOf), to: ['accepted', 'tentative'] } as const] : []),
    ]
    return [...expected, ...afterMove(lived, session)].flatMap((each) => ofSession(lived, sent, each))
  })
}

/** C4.12: the week's reminder at its new hour, unless it had come before; then it comes no more, which `messages` sees to. */
function afterMove(lived: Lived, session: Held): readonly Expected[] {
  const { weekBefore, moved } = session
  const movedAt = lived.world.outlook.entries.get(session.eventId)?.answers.findLast(({ through }) => through === 'move')?.at
  if (!moved || !weekBefore || movedAt === undefined) return []
  const isBefore = movedAt < momentOf(weekBefore) - (lived.isCalm ? 15 * minute : unseenFor)
  if (!isBefore) return []
  return [{ session, reminder: 'week-before', at: momentOf(moved.weekBefore), to: ['accepted', 'tentative', 'none'], movedAt }]
}

function momentOf(iso: string): number {
  return instant(iso).epochMilliseconds
}

function ofSession(lived: Lived, sent: readonly Message[], expected: Expected): readonly string[] {
  const entry = lived.world.outlook.entries.get(expected.session.eventId)
  const until = latest(lived, expected.at)
  const span = { from: expected.at - (lived.isCalm ? 15 * minute : unseenFor), until }
  if (!entry || until > lived.scenario.calmFrom.epochMilliseconds || !stoodStill(lived, expected, entry, span)) return []
  return memberNumbers.flatMap((number) => ofMember(lived, sent, { ...expected, number, span }))
}

/** Nothing is late when all goes well. Where Notify took nothing from us it may be, but an email goes instead before the evening. */
function latest({ isCalm, scenario, world }: Lived, at: number): number {
  const lateBy = isCalm ? 4 * minute : scenario.lateByMinutes * minute
  if (!wasShut(world.providers.closed, at + lateBy, at)) return at + lateBy
  return Math.min(world.providers.closed.until + triesAgainIn + lateBy, eveningOf(at) + clocksDifferBy + minute)
}

/** A quarter of an hour after Notify stopped us, and what clocks differ by. */
const triesAgainIn = 15 * minute + 2 * clocksDifferBy

function wasShut(closed: Span, before: number, after: number): boolean {
  return closed.from < before && closed.until > after
}

/** It was there to be seen in time, at that time, and nobody was about to cancel it. */
function stoodStill({ meant, scenario }: Lived, { session: { eventId }, movedAt }: Expected, entry: Entry, { from, until }: Span): boolean {
  const isCancelled = meant.decisions.some((each) => each.eventId === eventId && each.choice === 'cancel' && each.at < until)
  const wasThere = (entry.answers[0]?.at ?? 0) <= Math.max(from, scenario.beginsAt.epochMilliseconds)
  const isMoved = entry.answers.some(({ through, at }) => through === 'move' && at < until && at !== movedAt)
  return wasThere && !isCancelled && !isMoved && (entry.gone === undefined || entry.gone.at >= until)
}

type ExpectedOf = Expected & { readonly number: number; readonly span: Span }

function ofMember(lived: Lived, sent: readonly Message[], expected: ExpectedOf): readonly string[] {
  const { session, reminder, at, to, number, span } = expected
  const settled = settledAnswer(lived, session, number, span)
  if (settled === undefined) return []
  const own = sent.filter(
    ({ duty, record }) =>
      record?.session.id === session.sessionId &&
      duty?.purpose.kind === 'reminder' &&
      duty.purpose.reminder === reminder &&
      duty.purpose.memberId === memberIdFor(number),
  )
  const name = `${reminder} of ${session.eventId} to member ${number}`
  if (!to.includes(settled)) return own.some((each) => each.at < span.until) ? [`reminded though not to be: ${name}, ${settled}`] : []
  const [first] = own
  if (!first) return isSaidToBeLate(lived, expected) ? [] : [`never reminded: ${name}`]
  return first.at < at - clocksDifferBy || first.at > span.until
    ? [`reminded at the wrong time: ${name}, ${(first.at - at) / minute} minutes after`]
    : []
}

/** With Notify closed to us until the evening, and other things going wrong too, it may be too late for anything: then the rows say so. */
function isSaidToBeLate({ isCalm, records, world }: Lived, { session, reminder, at, number, span }: ExpectedOf): boolean {
  if (isCalm || !wasShut(world.providers.closed, span.until, at)) return false
  const duties = records.find((each) => each.session.id === session.sessionId)?.duties ?? []
  return duties.some(({ duty: { purpose }, state }) => {
    const isOwn = purpose.kind === 'reminder' && purpose.reminder === reminder && purpose.memberId === memberIdFor(number)
    return isOwn && state.kind === 'done' && state.outcome.kind === 'skipped' && state.outcome.because === 'late'
  })
}
