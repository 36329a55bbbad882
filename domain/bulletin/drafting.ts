import type { Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import { dutyOf } from '../duties/duty-ids.ts'
import type { Duty, IssuePurpose } from '../duties/duty.ts'
import { paced } from '../duties/pacing.ts'
import type { Instant } from '../kernel/time.ts'
import { latestHours, type Due } from './due.ts'
import type { Issue, PastIssue } from './issue.ts'

/** An issue as it is first drawn up: every section in the rulebook's order, and nothing of an officer's yet. */
export function drafted({ id, dueAt }: Due, past: readonly PastIssue[], now: Instant): Issue {
  const number = Math.max(0, ...past.map((issue) => issue.number)) + 1
  return { id, number, dueAt, draftedAt: now, sections: [], state: { kind: 'draft' } }
}

/**
 * The issue, owed to each Member once: whoever works it out again finds the same duties (C4.1).
 *
 * They leave in the register's order, so many a minute; nobody has anything by being among the first (C4.4). However late an issue left,
 * there are the same twelve hours for each of them to leave in.
 */
export function issueDuties(issue: Issue, members: readonly Member[], alsoTo: readonly string[], sentAt: Instant): readonly Duty[] {
  const purposes: readonly IssuePurpose[] = [
    ...members.map(({ id }) => ({ kind: 'bulletin' as const, memberId: id })),
    ...alsoTo.map((address) => ({ kind: 'bulletin-copy' as const, address })),
  ]
  return purposes.map((purpose, index) =>
    dutyOf(issue.id, purpose, 'email', {
      notBefore: paced(sentAt, index, 'bulletin'),
      notAfter: sentAt.add({ hours: latestHours }),
    }),
  )
}

/** A test is worth an hour: later it would be of another draft. Each press is one of its own. */
export function testDuty(
  issue: Pick<Issue, 'id'>,
  asked: Pick<Extract<IssuePurpose, { kind: 'bulletin-test' }>, 'officerId' | 'memberId' | 'press'>,
  now: Instant,
): Duty {
  return dutyOf(issue.id, { kind: 'bulletin-test', ...asked }, 'email', { notBefore: now, notAfter: now.add({ hours: 1 }) })
}

/** Every officer hears once that nobody has released it. */
export function reminderDuties(issue: Issue, officers: readonly Officer[], now: Instant): readonly Duty[] {
  return officers
    .filter(({ roles }) => roles.includes('officer'))
    .map(({ id }) => dutyOf(issue.id, { kind: 'bulletin-reminder', officerId: id }, 'email', { notBefore: now, notAfter: issue.dueAt }))
}
