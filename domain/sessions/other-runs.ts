import { londonDay, partOfDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isOffered } from './postponed.ts'
import type { Session } from './session.ts'
import type { SessionSummary } from './session-record.ts'

type Run = Pick<Session, 'id' | 'courseId' | 'startsAt' | 'kind'>

/** The other sessions of one course that stand, near enough to be one offer at different times, by start (C14.4). */
export function otherRunsOf(
  session: Run,
  runs: readonly SessionSummary[],
  { programme }: Pick<Rulebook, 'programme'>,
): readonly SessionSummary[] {
  const on = londonDay(session.startsAt)
  return runs
    .filter((run) => run.id !== session.id && run.courseId === session.courseId && run.standing.kind === 'standing')
    .filter((run) => Math.abs(on.until(londonDay(run.startsAt)).days) <= programme.repeatWithinDays)
    .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
}

/** Of those, the ones to which somebody can still go: what a merger can choose among. */
export function runsToCome(
  session: Run,
  runs: readonly SessionSummary[],
  rulebook: Pick<Rulebook, 'programme'>,
  now: Instant,
): readonly SessionSummary[] {
  return otherRunsOf(session, runs, rulebook).filter((run) => isOffered(run) && isBefore(now, run.startsAt))
}

/** The one run that is offered in place of a session: the one with which it was merged, else the next to come (C3.4). */
export function runOffered(
  session: Run & Pick<Session, 'decision'>,
  runs: readonly SessionSummary[],
  rulebook: Pick<Rulebook, 'programme'>,
  now: Instant,
): SessionSummary | undefined {
  const toCome = runsToCome(session, runs, rulebook, now)
  return toCome.find((run) => run.id === session.decision?.mergeWith) ?? toCome[0]
}

export type Pair = 'not-needed' | 'complete' | 'no-repeat' | 'both-day' | 'both-evening'

/** Whether a session and its repeat are one in the day and one in the evening, for the kinds that are offered so (C1.5, C14.4). */
export function pairOf(session: Run, runs: readonly SessionSummary[], rulebook: Pick<Rulebook, 'programme' | 'kinds' | 'briefings'>): Pair {
  const { dayAndEvening, countsAs } = kindOf(rulebook, session.kind)
  if (!dayAndEvening || (countsAs === 'briefing' && !rulebook.briefings.repeats)) return 'not-needed'
  const others = otherRunsOf(session, runs, rulebook)
  if (others.length === 0) return 'no-repeat'
  const parts = new Set([session, ...others].map((run) => partOfDay(run.startsAt, rulebook.programme.eveningFrom)))
  if (parts.size === 2) return 'complete'
  return parts.has('day') ? 'both-day' : 'both-evening'
}
