import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import { holidaysOf, workingDaysBefore } from '../kernel/working-days.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { latestHours } from './due.ts'
import type { Issue } from './issue.ts'

/** What is to be done about an issue now; `wait` until then, or for ever when there is nothing left. */
export type Step =
  | { readonly kind: 'remind' }
  | { readonly kind: 'send' }
  | { readonly kind: 'address' }
  | { readonly kind: 'lapse'; readonly because: 'not-released' | 'too-late' }
  | { readonly kind: 'wait'; readonly until?: Instant }

/** The time of day at which officers are reminded on the working day before. */
const remindAt = '10:00'

type Rules = Pick<Rulebook, 'bulletin' | 'workingDays'>

/**
 * What one issue asks for at a moment. Time passes for it only by being looked at again at `until`.
 *
 * It leaves when it is due and released, up to twelve hours late: an officer's late release, or a service that stood still. After that it
 * is passed over and said to be. Nothing leaves that nobody released, unless the council lets it (C4.2).
 *
 * Clauses: C4.1, C4.2; reliability: schedules catch up with the latest only.
 */
export function stepOf(issue: Issue, rules: Rules, now: Instant): Step {
  const { state, dueAt } = issue
  if (state.kind === 'lapsed') return { kind: 'wait' }
  if (state.kind === 'sent') return state.to === undefined ? { kind: 'address' } : { kind: 'wait' }
  const isReleased = state.kind === 'released' || rules.bulletin.autoRelease
  if (isAtOrAfter(now, lastMoment(issue))) return { kind: 'lapse', because: isReleased ? 'too-late' : 'not-released' }
  if (isReleased) return isAtOrAfter(now, dueAt) ? { kind: 'send' } : { kind: 'wait', until: dueAt }
  const reminder = reminderAt(issue, rules)
  if (issue.remindedAt || isAtOrAfter(now, dueAt)) return { kind: 'wait', until: lastMoment(issue) }
  return isBefore(now, reminder) ? { kind: 'wait', until: reminder } : { kind: 'remind' }
}

/** From then on it does not leave any more. */
export function lastMoment({ dueAt }: Pick<Issue, 'dueAt'>): Instant {
  return dueAt.add({ hours: latestHours })
}

/** Officers hear the working day before, in the morning, that nobody has released it. */
export function reminderAt({ dueAt }: Pick<Issue, 'dueAt'>, { workingDays }: Rules): Instant {
  return inLondon(workingDaysBefore(londonDay(dueAt), 1, holidaysOf(workingDays)), remindAt)
}
