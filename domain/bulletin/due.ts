import type { IssueId } from '../kernel/ids.ts'
import { issueId } from '../kernel/ids.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { holidaysOf, workingDaysBefore } from '../kernel/working-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

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
  const monday = inWeek.subtract({ days: inWeek.dayOfWeek - 1 })
  const usual = monday.add({ days: weekdays.indexOf(bulletin.on) })
  const { bankHolidays, closures } = holidaysOf(workingDays)
  const isHoliday = bankHolidays.has(String(usual)) || closures.has(String(usual))
  if (isHoliday && bulletin.onBankHoliday === 'skip') return undefined
  const on = isHoliday ? workingDaysBefore(usual, 1, { bankHolidays, closures }) : usual
  if (inRecess(usual, bulletin.recess) || inRecess(on, bulletin.recess)) return undefined
  return { id: idOfWeek(monday), on, dueAt: inLondon(on, bulletin.at) }
}

/** The first issue that leaves after a moment; undefined when the rulebook leaves none for a year. */
export function issueAfter(after: Instant, rules: Rules): Due | undefined {
  return issuesAfter(after, rules).next().value ?? undefined
}

/** Every issue that leaves after a moment, soonest first. */
export function* issuesAfter(after: Instant, rules: Rules): Generator<Due, undefined> {
  const first = londonDay(after)
  // An issue of next week may leave in this one.
  for (let week = 0; week < furthestWeeks; week += 1) {
    const issue = issueOfWeek(first.add({ days: 7 * week }), rules)
    if (issue && isBefore(after, issue.dueAt)) yield issue
  }
  return undefined
}

function inRecess(on: Day, recess: Rules['bulletin']['recess']): boolean {
  const iso = String(on)
  return recess.some(({ from, to }) => from <= iso && iso <= to)
}

function idOfWeek(monday: Day): IssueId {
  return issueId(`issue-${monday.yearOfWeek}-w${String(monday.weekOfYear).padStart(2, '0')}`)
}
