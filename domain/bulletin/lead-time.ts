import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import { londonDay } from '../kernel/london.ts'
import { issuesAfter } from './due.ts'

/** `late`: too few issues or too few days between the first in which it can stand and its start. */
export type LeadTime =
  | { readonly kind: 'in-time'; readonly firstIssueAt: Instant }
  | { readonly kind: 'late'; readonly firstIssueAt?: Instant; readonly issues: number }

/**
 * Whether a session can be promoted well in advance, from the moment it was first seen: the first issue after that must leave at least
 * the lead time before the start, and enough issues with it.
 *
 * Clauses: C4.3 (BR r2: "well in advance"; 4 weeks and 2 issues are the usual reading). Weeks are counted in days on London's calendar.
 */
export function leadTimeOf(
  session: Pick<Session, 'firstSeenAt' | 'startsAt'>,
  rules: Pick<Rulebook, 'bulletin' | 'workingDays'>,
): LeadTime {
  const { weeks, issues: wanted } = rules.bulletin.leadTime
  const issues: Instant[] = []
  for (const { dueAt } of issuesAfter(session.firstSeenAt, rules)) {
    if (!isBefore(dueAt, session.startsAt) || issues.length >= Math.max(wanted, 1)) break
    issues.push(dueAt)
  }
  const [firstIssueAt] = issues
  const days = firstIssueAt ? londonDay(firstIssueAt).until(londonDay(session.startsAt)).days : 0
  if (firstIssueAt && issues.length >= wanted && days >= weeks * 7) return { kind: 'in-time', firstIssueAt }
  return { kind: 'late', issues: issues.length, ...(firstIssueAt ? { firstIssueAt } : {}) }
}
