import { isBefore } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import type { CommitteeMeeting } from '../meetings/meeting.ts'
import { plain } from '../members/seats.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isOffered } from '../sessions/postponed.ts'
import type { Response } from '../sessions/response.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import { rulesOfEach } from './evidence.ts'
import type { Standing } from './standing.ts'
import type { NextSitting } from './words.ts'

/** For each rule the sessions to come that would meet it, the soonest first. */
export function sessionsAhead(
  sessions: readonly SessionSummary[],
  rulebook: Pick<Rulebook, 'mandatory'>,
  now: Instant,
): ReadonlyMap<MandatoryRule['id'], readonly SessionSummary[]> {
  const coming = rulesOfEach(sessions, rulebook)
    .filter(([session]) => isOffered(session) && isBefore(now, session.startsAt))
    .toSorted(([one], [other]) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
  return new Map(
    rulebook.mandatory.rules.map(({ id }) => [
      id,
      coming.filter(([, rules]) => rules.some((rule) => rule.id === id)).map(([session]) => session),
    ]),
  )
}

/** A session that would meet a rule for one Member, and how they stand to it. `uninvited`: they would have to ask. */
export type WouldMeet = { readonly session: SessionSummary; readonly answer: Response | 'uninvited' }

/** The session to name to a Member: one they are coming to, or else the soonest that they have not declined. */
export function wouldMeet(
  sessions: readonly SessionSummary[],
  answers: ReadonlyMap<SessionSummary['id'], Response>,
): WouldMeet | undefined {
  const stood = sessions.map((session): WouldMeet => ({ session, answer: answers.get(session.id) ?? 'uninvited' }))
  const [accepted] = stood.filter(({ answer }) => answer === 'accepted')
  return accepted ?? stood.find(({ answer }) => answer !== 'declined') ?? stood[0]
}

/** The next meeting of a committee on which a Member may not sit yet (C5.3). Undefined: none is known. */
export function nextSitting(
  { sits }: Pick<Standing, 'sits'>,
  meetings: readonly CommitteeMeeting[],
  now: Instant,
): NextSitting | undefined {
  const names = new Set(sits.filter(({ maySit }) => !maySit).map(({ committee }) => plain(committee)))
  const [next] = meetings
    .filter(({ committee, status, startsAt }) => status !== 'cancelled' && names.has(plain(committee)) && isBefore(now, startsAt))
    .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
  return next && { committee: next.committee, at: next.startsAt }
}
