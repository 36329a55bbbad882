import type { MeetingView, ProgrammeMonth } from '../../../api/contracts/month.ts'
import type { ProgrammeRow } from '../../../api/contracts/programme.ts'
import { day, type Day } from '../../../domain/kernel/time.ts'
import type { Layer } from '../../paths.ts'
import { londonDay } from '../../ui/words-of-time.ts'

export type Mark = ProgrammeMonth['marks'][number]
export type Slot = ProgrammeMonth['slots'][number]

/** One day of the month view with everything that is shown on it. */
export type MonthDay = {
  readonly on: Day
  readonly isToday: boolean
  /** Of the month itself, and not of the weeks about it. */
  readonly isInMonth: boolean
  readonly off?: 'bank-holiday' | 'closure'
  readonly schoolHoliday?: string
  /** C14.5, C14.8: what is on that day by the calendar of events and the electoral cycle. */
  readonly marks: readonly Mark[]
  readonly sessions: readonly ProgrammeRow[]
  readonly meetings: readonly MeetingView[]
  readonly slots: readonly Slot[]
}

export const usualLayers: readonly Layer[] = ['meetings', 'school-holidays']

type Chosen = { readonly rows: readonly ProgrammeRow[]; readonly layers: readonly Layer[] }

/** The month as weeks of days. Weekends are left out unless something falls on one. */
export function weeksIn(month: ProgrammeMonth, { rows, layers }: Chosen): readonly (readonly MonthDay[])[] {
  const sessions = byDay(rows)
  const meetings = byDay(layers.includes('meetings') ? month.meetings : [])
  const slots = byDay(layers.includes('slots') ? month.slots : [])
  const holidays = layers.includes('school-holidays') ? month.schoolHolidays : []
  const off = new Map(month.daysOff.map((each) => [each.on, each.kind]))
  const today = londonDay(month.now).toString()
  const days = daysFrom(month.from, month.to).map((on): MonthDay => {
    const iso = on.toString()
    const kind = off.get(iso)
    const holiday = holidays.find(({ from, to }) => from <= iso && iso <= to)?.label
    return {
      on,
      isToday: iso === today,
      isInMonth: iso.startsWith(month.month),
      ...(kind ? { off: kind } : {}),
      ...(holiday ? { schoolHoliday: holiday } : {}),
      marks: month.marks.filter(({ from, to }) => from <= iso && iso <= to),
      sessions: sessions.get(iso) ?? [],
      meetings: meetings.get(iso) ?? [],
      slots: slots.get(iso) ?? [],
    }
  })
  const weekend = days.filter(({ on }) => on.dayOfWeek > 5).some((each) => !isEmpty(each))
  const shown = weekend ? days : days.filter(({ on }) => on.dayOfWeek <= 5)
  const perWeek = weekend ? 7 : 5
  return Array.from({ length: shown.length / perWeek }, (_, week) => shown.slice(week * perWeek, (week + 1) * perWeek))
}

/** Nothing is on. */
export function isEmpty({ sessions, meetings, slots }: MonthDay): boolean {
  return sessions.length + meetings.length + slots.length === 0
}

/** Everything of one day in the order of the clock; what is on all day comes first. */
export function inOrder({ sessions, meetings, slots }: MonthDay) {
  const all = [
    ...sessions.map((row) => ({ kind: 'session', at: row.startsAt, row }) as const),
    ...meetings.map((meeting) => ({ kind: 'meeting', at: meeting.startsAt, meeting }) as const),
    ...slots.map((slot) => ({ kind: 'slot', at: slot.startsAt, slot }) as const),
  ]
  return all.toSorted((one, other) => one.at.localeCompare(other.at))
}

/** The month `months` away from one: "2026-10" and 3 is "2027-01". */
export function monthAfter(month: string, months: number): string {
  return day(`${month}-01`).add({ months }).toString().slice(0, 7)
}

/** "2026-10", of an instant. */
export function monthOf(at: string): string {
  return londonDay(at).toString().slice(0, 7)
}

/** The nearest day that is shown, from one on in a direction: hidden weekends are stepped over. */
export function nearestShown(weeks: readonly (readonly MonthDay[])[], on: Day, step: 1 | -1): Day {
  const hasWeekend = (weeks[0]?.length ?? 0) > 5
  if (hasWeekend || on.dayOfWeek <= 5) return on
  return step > 0 ? on.add({ days: 8 - on.dayOfWeek }) : on.subtract({ days: on.dayOfWeek - 5 })
}

function byDay<Item extends { readonly startsAt: string }>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  return Map.groupBy(items, ({ startsAt }) => londonDay(startsAt).toString())
}

function daysFrom(from: string, to: string): readonly Day[] {
  const first = day(from)
  return Array.from({ length: first.until(day(to)).days + 1 }, (_, index) => first.add({ days: index }))
}
