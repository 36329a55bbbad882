import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import { dueAtOf, issueAfter, latestHours, weeksFrom, type Due } from './due.ts'
import type { Issue, IssueState } from './issue.ts'
import { lastMoment, reminderAt } from './step.ts'

type Rules = Parameters<typeof dueAtOf>[1]

/** An issue that officers have to release, with the moment from which it does not leave any more. */
export type ToRelease = { readonly dueAt: Instant; readonly lapsesAt: Instant }
/** One that never left, with something in it. */
export type NeverLeft = { readonly dueAt: Instant; readonly because: Exclude<Extract<IssueState, { kind: 'lapsed' }>['because'], 'empty'> }

/** Weeks back in which the issue that should have left last is looked for: what is older, nobody can do anything about. */
const weeksBack = 3

/** The issue that leaves next, or still can: the one that was due within the last twelve hours before all to come. */
export function nextToLeave(rules: Rules, now: Instant): Due | undefined {
  return issueAfter(now.subtract({ hours: latestHours }), rules)
}

/** The last issue that cannot leave any more. */
export function lastDue(rules: Rules, now: Instant): Due | undefined {
  return [...weeksFrom(londonDay(now).subtract({ days: 7 * weeksBack }), rules).take(weeksBack + 2)]
    .flatMap(({ due }) => (due && isAtOrAfter(now, lastMoment(due)) ? [due] : []))
    .at(-1)
}

/** Since the moment at which officers were reminded of it, should nobody have released it. */
export function isReminded(due: Pick<Issue, 'dueAt'>, rules: Rules, now: Instant): boolean {
  return isAtOrAfter(now, reminderAt(due, rules))
}

/**
 * C4.2: a draft that waits for its release, from the moment at which officers are reminded of it until it lapses. Undefined where nothing
 * is to be done yet or any more, and where the council lets issues leave by themselves.
 */
export function toRelease(issue: Issue, rules: Rules, now: Instant): ToRelease | undefined {
  if (issue.state.kind !== 'draft' || rules.bulletin.autoRelease) return undefined
  const dueAt = dueAtOf(issue, rules, now)
  if (!dueAt || !isReminded({ dueAt }, rules, now)) return undefined
  const lapsesAt = lastMoment({ dueAt })
  return isBefore(now, lapsesAt) ? { dueAt, lapsesAt } : undefined
}

/** C4.1: it lapsed with something in it. In an empty one nothing was lost, and there is nothing to make good. */
export function neverLeft({ state, dueAt }: Issue): NeverLeft | undefined {
  return state.kind === 'lapsed' && state.because !== 'empty' ? { dueAt, because: state.because } : undefined
}
