import type { Duty } from '../duties/duty.ts'
import type { Verdict } from '../duties/still-owed.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import type { Issue } from './issue.ts'

/** Whether a duty of an issue is still owed, asked immediately before it is discharged (C4.1): late is not sent, and who has left gets none. */
export function bulletinVerdict(
  { purpose, notAfter }: Duty,
  { state }: Issue,
  { members, now }: { readonly members: readonly Member[]; readonly now: Instant },
): Verdict {
  if (notAfter && isAtOrAfter(now, notAfter)) return { kind: 'skip', because: 'late' }
  if (purpose.kind === 'bulletin-reminder') return state.kind === 'draft' ? { kind: 'owed' } : { kind: 'skip', because: 'not-needed' }
  if (purpose.kind === 'bulletin-test') return state.kind === 'lapsed' ? { kind: 'skip', because: 'not-needed' } : { kind: 'owed' }
  if (state.kind !== 'sent') return { kind: 'skip', because: 'not-needed' }
  if (purpose.kind === 'bulletin-copy') return { kind: 'owed' }
  if (purpose.kind !== 'bulletin') return { kind: 'skip', because: 'not-needed' }
  const inOffice = members.some((member) => member.id === purpose.memberId && isInOffice(member, londonDay(now)))
  return inOffice ? { kind: 'owed' } : { kind: 'skip', because: 'left-office' }
}
