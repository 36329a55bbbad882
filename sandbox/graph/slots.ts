import { Temporal } from 'temporal-polyfill'
import type { Content, Span } from './event.ts'
import { dayNames, indexes, type Recurrence } from './recurrence.ts'
import { invalidRequest } from './refusal.ts'
import { zoneOf } from './times.ts'

/** One place in a series before anything was changed. */
export type Slot = Span & { readonly on: string }

/** A series without an end is followed for this many days and no further. */
const horizonDays = 3 * 366

const computed = new WeakMap<Content, readonly Slot[]>()

/** Every place of a series in order; an event that does not recur has none. Wall time stays the same across a clock change. */
export function slotsOf(content: Content): readonly Slot[] {
  if (!content.recurrence) return []
  const found = computed.get(content)
  if (found) return found
  const zone = zoneOf(content.recurrence.range.recurrenceTimeZone || content.startZone)
  const time = Temporal.Instant.fromEpochMilliseconds(content.start).toZonedDateTimeISO(zone).toPlainTime()
  const lasts = content.end - content.start
  const slots = daysOf(content.recurrence).map((day) => {
    const start = day.toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds
    return { on: day.toString(), start, end: start + lasts }
  })
  computed.set(content, slots)
  return slots
}

function daysOf({ pattern, range }: Recurrence): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(range.startDate)
  const horizon = first.add({ days: horizonDays })
  const last = range.type === 'endDate' ? earlier(Temporal.PlainDate.from(range.endDate), horizon) : horizon
  const most = range.type === 'numbered' ? range.numberOfOccurrences : horizonDays
  const days: Temporal.PlainDate[] = []
  for (const day of candidates(pattern, first)) {
    if (days.length >= most || Temporal.PlainDate.compare(day, last) > 0) break
    if (Temporal.PlainDate.compare(day, first) >= 0) days.push(day)
  }
  return days
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other
}

function* candidates(pattern: Recurrence['pattern'], first: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let step = 0; step < horizonDays; step += 1) {
    if (pattern.type === 'daily') yield first.add({ days: step * pattern.interval })
    else if (pattern.type === 'weekly') yield* inWeek(pattern, first, step)
    else yield* inMonth(pattern, first, step)
  }
}

function* inWeek({ interval, daysOfWeek, firstDayOfWeek }: Recurrence['pattern'], first: Temporal.PlainDate, step: number) {
  const opens = dayNames.indexOf(firstDayOfWeek)
  const monday = first.subtract({ days: (first.dayOfWeek - 1 - opens + 7) % 7 }).add({ weeks: step * interval })
  const wanted = daysOfWeek.length > 0 ? daysOfWeek.map((name) => dayNames.indexOf(name)) : [first.dayOfWeek - 1]
  for (let offset = 0; offset < 7; offset += 1) {
    if (wanted.includes((opens + offset) % 7)) yield monday.add({ days: offset })
  }
}

function* inMonth(
  { type, interval, month, dayOfMonth, daysOfWeek, index }: Recurrence['pattern'],
  first: Temporal.PlainDate,
  step: number,
) {
  const yearly = type === 'absoluteYearly' || type === 'relativeYearly'
  const opening = yearly ? first.with({ month: month || first.month, day: 1 }) : first.with({ day: 1 })
  const start = opening.add(yearly ? { years: step * interval } : { months: step * interval })
  if (type === 'absoluteMonthly' || type === 'absoluteYearly') {
    yield start.with({ day: Math.min(dayOfMonth || first.day, start.daysInMonth) })
    return
  }
  const wanted = daysOfWeek.map((name) => dayNames.indexOf(name) + 1)
  if (wanted.length === 0) throw invalidRequest('A relative pattern needs daysOfWeek.')
  const fitting = Array.from({ length: start.daysInMonth }, (_, day) => start.add({ days: day })).filter((day) =>
    wanted.includes(day.dayOfWeek),
  )
  const day = index === 'last' ? fitting.at(-1) : fitting[indexes.indexOf(index)]
  if (day) yield day
}
