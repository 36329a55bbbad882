import type { IssueId } from '../kernel/ids.ts'
import { issueId } from '../kernel/ids.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { holidaysOf, workingDaysBefore } from '../kernel/working-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Issue } from './issue.ts'

type Rules = Pick<Rulebook, 'bulletin' | 'workingDays'>

/** One week's issue: when it leaves. */
export type Due = { readonly id: IssueId; readonly on: Day; readonly dueAt: Instant }

/** C4.1: how late an issue may still leave. One that has not left by then is skipped and told. */
export const latestHours = 12
/** More weeks than any recess lasts. */
const furthestWeeks = 60

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/**
 * The issue of the week that a day falls in; undefined when that week has none.
 *
 * On a bank holiday or a closure it leaves on the working day before, at the same time, even in the week before; or it is skipped,
 * as the rulebook says. None falls due in a recess.
 *
 * Clauses: C4.1 (TH 4.21), C14.6. Trap: a week is named by its own day, not by the one that the issue is moved to, so that a week
 * never has two.
 */
export function issueOfWeek(inWeek: Day, { bulletin, workingDays }: Rules): Due | undefined {
  const usual = mondayOf(inWeek).add({ days: weekdays.indexOf(bulletin.on) })
  const { bankHolidays, closures } = holidaysOf(workingDays)
  const isHoliday = bankHolidays.has(String(usual)) || closures.has(String(usual))
  if (isHoliday && bulletin.onBankHoliday === 'skip') return undefined
  const on = isHoliday ? workingDaysBefore(usual, 1, { bankHolidays, closures }) : usual
  if (inRecess(usual, bulletin.recess) || inRecess(on, bulletin.recess)) return undefined
  return { id: issueIdOf(inWeek), on, dueAt: inLondon(on, bulletin.at) }
}

/** The first issue that leaves after a moment; undefined when the rulebook leaves none for a year. */
export function issueAfter(after: Instant, rules: Rules): Due | undefined {
  return issuesAfter(after, rules).next().value ?? undefined
}

/** Every issue that leaves after a moment, soonest first. */
export function* issuesAfter(after: Instant, rules: Rules): Generator<Due, undefined> {
  // An issue of next week may leave in this one.
  for (const { due } of weeksFrom(londonDay(after), rules)) if (due && isBefore(after, due.dueAt)) yield due
  return undefined
}

/** A week by the name that its issue has, whether or not one is due in it. */
export type Week = { readonly id: IssueId; readonly due?: Due }

/** The week that a day falls in, and those after it. */
export function* weeksFrom(first: Day, rules: Rules): Generator<Week, undefined> {
  for (let week = 0; week < furthestWeeks; week += 1) {
    const inWeek = first.add({ days: 7 * week })
    const due = issueOfWeek(inWeek, rules)
    yield { id: issueIdOf(inWeek), ...(due ? { due } : {}) }
  }
  return undefined
}

/**
 * When an issue that has been drawn up leaves. A draft goes by the rulebook as it is now, where both that time and its own are to come;
 * what was released leaves when it was said to leave. Undefined: a draft whose week has no issue any more.
 */
export function dueAtOf({ id, dueAt, state }: Pick<Issue, 'id' | 'dueAt' | 'state'>, rules: Rules, now: Instant): Instant | undefined {
  if (state.kind !== 'draft') return dueAt
  const due = [0, 7].map((days) => issueOfWeek(londonDay(dueAt).add({ days }), rules)).find((each) => each?.id === id)
  return due && isBefore(now, due.dueAt) && isBefore(now, dueAt) ? due.dueAt : due && dueAt
}

function inRecess(on: Day, recess: Rules['bulletin']['recess']): boolean {
  const iso = String(on)
  return recess.some(({ from, to }) => from <= iso && iso <= to)
}

/** The name of the issue of the week that a day falls in. */
function issueIdOf(inWeek: Day): IssueId {
  const monday = mondayOf(inWeek)
  return issueId(`issue-${monday.yearOfWeek}-w${String(monday.weekOfYear).padStart(2, '0')}`)
}

function mondayOf(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 })
}
