import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore, latest } from '../kernel/time.ts'
import { attendedIn } from '../attendance/register.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { recordedIn } from './gaps.ts'
import { jointWorkOf } from './joint.ts'
import { isPostponed } from './postponed.ts'
import type { SessionRecord, SessionSummary } from './session-record.ts'
import { countsIn, decideByOf, lastCheckAt, minimumFor, reviewFrom, uptakeOf } from './undersubscribed.ts'

/** What lists show of a session (C2.2). */
export function summaryOf({
  session,
  marks = [],
  duties = [],
}: Pick<SessionRecord, 'session'> & Partial<Pick<SessionRecord, 'marks' | 'duties'>>): SessionSummary {
  const attended = attendedIn(session, marks)
  const {
    invitations,
    others,
    about: _about,
    refusedTag: _refusedTag,
    factors: _factors,
    chases: _chases,
    shares: _shares,
    brief: _brief,
    details,
    ...shown
  } = session
  const emailedAt = lastEmailed(duties)
  const joint = jointWorkOf(details)
  const recorded = recordedIn(details?.record)
  const narrowed = details?.audience !== undefined && details.audience.kind !== 'all-members'
  return {
    ...shown,
    counts: countsIn(session),
    invited: invitations.length,
    others: others.length,
    ...(details?.meets ? { meets: details.meets } : {}),
    ...(narrowed ? { narrowed } : {}),
    ...(details?.audience?.kind === 'named' ? { named: true } : {}),
    ...(details?.audience && details.audience.kind !== 'named' ? { forWhom: details.audience } : {}),
    ...(details?.aims ? { aims: details.aims } : {}),
    ...(details?.hadAims ? { hadAims: true } : {}),
    ...(joint ? { joint } : {}),
    ...(recorded.length > 0 ? { recorded } : {}),
    ...(details?.capacity ? { capacity: details.capacity } : {}),
    ...(emailedAt ? { emailedAt } : {}),
    ...(attended.length > 0 ? { attended } : {}),
  }
}

/** Of an hour and no more: what lists show is not to be written anew for each email. */
function lastEmailed(duties: SessionRecord['duties']): Instant | undefined {
  const left = duties.flatMap(({ duty, state }) =>
    duty.channel === 'email' && state.kind === 'done' && state.outcome.kind === 'sent' ? [state.outcome.at] : [],
  )
  return latest(left)?.round({ smallestUnit: 'hour', roundingMode: 'floor' })
}

/** Where a session stands, as the last column of the programme says it. */
export type StateOf =
  | { readonly kind: 'reviewed-on'; readonly at: Instant }
  | { readonly kind: 'decide-by'; readonly at: Instant; readonly escalated: boolean }
  | { readonly kind: 'going-ahead'; readonly because: 'enough' | 'decided' | 'not-judged' }
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly reasonMissing: boolean; readonly through: 'decision' | 'outlook' }
  | { readonly kind: 'untagged' }
  /** C3.4: still where it was in Outlook, and to be moved. */
  | { readonly kind: 'postponed'; readonly at: Instant }
  | { readonly kind: 'took-place' }

/** A cancelled session stays in every list, and took place in none (C3.14). */
export function stateOf(summary: SessionSummary, rulebook: Rulebook, now: Instant): StateOf {
  const { standing, undersubscribed } = summary
  if (standing.kind === 'cancelled') {
    return { kind: 'cancelled', at: standing.at, reasonMissing: standing.reason === undefined, through: standing.through }
  }
  if (summary.decision && isPostponed(summary)) return { kind: 'postponed', at: summary.decision.at }
  if (isAtOrAfter(now, summary.startsAt)) return { kind: 'took-place' }
  if (standing.kind === 'untagged') return { kind: 'untagged' }
  const uptake = uptakeOf(summary, rulebook, now)
  if (uptake.kind === 'before-review') return { kind: 'reviewed-on', at: uptake.reviewFrom }
  if (uptake.kind !== 'too-few') return { kind: 'going-ahead', because: uptake.kind }
  const inQuestion = questionOf(summary, rulebook, now)
  if (inQuestion) return { kind: 'decide-by', at: inQuestion.decideBy, escalated: inQuestion.escalated }
  return { kind: 'going-ahead', because: undersubscribed.kind === 'closed' && summary.decision ? 'decided' : 'not-judged' }
}

/** The case of a session that has too few: the open one, or the one that the next look will open. */
function questionOf(
  summary: SessionSummary,
  rulebook: Rulebook,
  now: Instant,
): { readonly decideBy: Instant; readonly escalated: boolean } | undefined {
  const { undersubscribed, decision } = summary
  if (undersubscribed.kind === 'open') {
    return { decideBy: undersubscribed.decideBy, escalated: undersubscribed.escalatedAt !== undefined }
  }
  const holds = decision !== undefined && summary.counts.accepted >= decision.knowing.counts.accepted
  if (holds || isBefore(lastCheckAt(summary, rulebook), now)) return undefined
  return { decideBy: decideByOf(summary, now, rulebook), escalated: false }
}

export type UptakeView = {
  readonly accepted: number
  readonly tentative: number
  readonly minimum: number
  /** What each tentative answer adds to those accepted (C3.3). Absent: nothing. */
  readonly tentativeCounts?: number
  readonly readAt: Instant
  readonly stage: 'before-review' | 'enough' | 'too-few' | 'going-ahead' | 'postponed' | 'started' | 'not-judged'
  /** When officers are asked to decide; absent when nothing is to be decided. */
  readonly decideBy?: Instant
  /** That has come and nobody has decided: officers are deciding. */
  readonly late?: true
}

/** How a session's numbers stand, as a sentence to a Member needs them: the count, as at when, and by when it matters. */
export function myUptake(summary: SessionSummary, rulebook: Rulebook, now: Instant): UptakeView {
  const { accepted, tentative } = summary.counts
  const { tentativeCounts } = rulebook.minimum
  const numbers = {
    accepted,
    tentative,
    minimum: minimumFor(summary, rulebook),
    ...(tentativeCounts > 0 ? { tentativeCounts } : {}),
    readAt: summary.readAt,
  }
  if (isPostponed(summary)) return { ...numbers, stage: 'postponed' }
  if (isAtOrAfter(now, summary.startsAt)) return { ...numbers, stage: 'started' }
  const uptake = uptakeOf(summary, rulebook, now)
  if (uptake.kind === 'not-judged' || uptake.kind === 'enough') return { ...numbers, stage: uptake.kind }
  if (uptake.kind === 'before-review') return { ...numbers, stage: 'before-review', decideBy: usualDecideBy(summary, rulebook) }
  const question = questionOf(summary, rulebook, now)
  if (!question) return { ...numbers, stage: 'going-ahead' }
  const late = isAtOrAfter(now, question.decideBy) ? { late: true as const } : {}
  return { ...numbers, stage: 'too-few', decideBy: question.decideBy, ...late }
}

/** When officers will be asked to have decided, should too few have accepted at the review. */
function usualDecideBy(summary: SessionSummary, rulebook: Rulebook): Instant {
  return decideByOf(summary, reviewFrom(summary, rulebook), rulebook)
}
