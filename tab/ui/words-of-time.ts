import { londonDay as londonDayOf } from '../../domain/kernel/london.ts'
import { instant, isBefore, type Day } from '../../domain/kernel/time.ts'
import { dayInWords, timeInWords } from '../../domain/kernel/words-of-time.ts'

/**
 * Dates and times as this tab's pages say them, on London's calendar whatever the device thinks.
 *
 * Instants are the ISO text that crosses the wire; `now` is the council's. A no-break space keeps a day with its month and
 * "at" with its hour, so that neither is torn at the end of a line.
 */
const nbsp = '\u00A0'

export function londonDay(at: string): Day {
  return londonDayOf(instant(at))
}

/** Whole days on the calendar from `now` to `at`: 0 today, 1 tomorrow, -1 yesterday. */
export function daysAhead(at: string, now: string): number {
  return londonDay(now).until(londonDay(at)).days
}

/** "6:30pm", "10am"; twelve o'clock is "midday" for a session and "noon" for a deadline. */
export function timeWords(at: string, twelve: 'noon' | 'midday' = 'noon'): string {
  return timeInWords(instant(at), twelve)
}

/** "Thursday 22 October", with the year when it is not this municipal year. */
export function dayWords(at: string, now: string): string {
  return dateIn(at, now, 'long')
}

/** "Thu 15 Oct", for tables. */
export function shortDay(at: string, now: string): string {
  return dateIn(at, now, 'short')
}

/** "Tuesday 13 October 2026", where the date is evidence. */
export function fullDay(at: string): string {
  return dayInWords(londonDay(at), { year: true, keepTogether: true })
}

/** "22 Oct", for the margin of a history. */
export function dayAndMonth(at: string, length: 'long' | 'short' = 'short'): string {
  return `${londonDay(at).day}${nbsp}${monthName(at, length)}`
}

export function monthName(at: string, length: 'long' | 'short' = 'long'): string {
  return formatted(at, { month: length })
}

function dateIn(at: string, now: string, length: 'long' | 'short'): string {
  const year = municipalYear(at) !== municipalYear(now)
  return dayInWords(londonDay(at), { weekday: length, month: length, year, keepTogether: true })
}

function formatted(at: string, parts: { weekday?: 'long'; month?: 'long' | 'short' }): string {
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'Europe/London' }).format(instant(at).epochMilliseconds)
}

/** The year that begins in May, when councils hold their annual meeting. */
function municipalYear(at: string): number {
  const { year, month } = londonDay(at)
  return month >= 5 ? year : year - 1
}

/** "6:30pm to 8pm". */
function spanWords({ startsAt, endsAt }: Span): string {
  return `${timeWords(startsAt, 'midday')} to ${timeWords(endsAt, 'midday')}`
}
export type Span = { readonly startsAt: string; readonly endsAt: string }

/** "Thursday 22 October, 6:30pm to 8pm"; of more than one day, both are named. */
export function sessionWhen(span: Span, now: string): string {
  return whenIn(span, (at) => dayWords(at, now))
}

/** "Thursday 22 October 2026, 6:30pm to 8pm", where the date is evidence. */
export function fullWhen(span: Span): string {
  return whenIn(span, fullDay)
}

/** "Tomorrow, 12:30pm to 1:15pm", beside a date that is already written out. */
export function nearWhen(span: Span, now: string): string {
  return whenIn(span, (at) => (at === span.startsAt ? nearDay(at, now) : dayWords(at, now)))
}

function whenIn(span: Span, day: (at: string) => string): string {
  if (daysAhead(span.endsAt, span.startsAt) === 0) return `${day(span.startsAt)}, ${spanWords(span)}`
  const [start, end] = [span.startsAt, span.endsAt].map((at) => `${day(at)}, ${timeWords(at, 'midday')}`)
  return `${start} to ${end}`
}

/** "Today", "Tomorrow", "Yesterday", or the weekday: beside a date that is already written out. */
function nearDay(at: string, now: string): string {
  const ahead = daysAhead(at, now)
  if (ahead === 0) return 'Today'
  if (ahead === 1) return 'Tomorrow'
  return ahead === -1 ? 'Yesterday' : formatted(at, { weekday: 'long' })
}

/** "Thursday" within six days, otherwise "Thursday 22 October": a weekday alone further off could be the wrong week. */
export function comingDay(at: string, now: string): string {
  const ahead = daysAhead(at, now)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  return ahead > 1 && ahead <= 6 ? formatted(at, { weekday: 'long' }) : dayWords(at, now)
}

/**
 * When something is decided: "today at noon", "this Thursday at noon", "Thursday 15 October at noon".
 *
 * The review is five working days before, so it nearly always falls on the session's own weekday: "this" says which.
 */
export function deadlineWords(at: string, now: string): string {
  return `${deadlineDay(at, now)} at${nbsp}${timeWords(at)}`
}

/** The same after a verb: "decided this Thursday at noon", "decided on Thursday 15 October at noon". */
export function onDeadline(at: string, now: string): string {
  const words = deadlineWords(at, now)
  return isNear(words) ? words : `on ${words}`
}

function isNear(day: string): boolean {
  return /^(today|tomorrow|yesterday|this )/.test(day)
}

/** "noon today", "noon tomorrow", "5pm this Thursday", "noon on Thursday 15 October". */
export function byWords(at: string, now: string): string {
  const day = deadlineDay(at, now)
  return `${timeWords(at)} ${isNear(day) ? day : `on ${day}`}`
}

function deadlineDay(at: string, now: string): string {
  const ahead = daysAhead(at, now)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  if (ahead === -1) return 'yesterday'
  return ahead > 1 && ahead <= 6 ? `this ${formatted(at, { weekday: 'long' })}` : dayWords(at, now)
}

/** When a count was read or a thing was done: "2:08pm", "4:10pm yesterday", "9am on Thursday 8 October". */
export function asAtWords(at: string, now: string): string {
  const ahead = daysAhead(at, now)
  if (ahead === 0) return timeWords(at)
  return ahead === -1 ? `${timeWords(at)} yesterday` : `${timeWords(at)} on ${dayWords(at, now)}`
}

/** "1 day 20 hours", "2 hours 26 minutes", "5 minutes": the two largest parts of what lies between. */
export function spellOf(from: string, to: string): string {
  const minutes = Math.max(0, Math.floor(instant(from).until(instant(to)).total('minutes')))
  const parts = [
    { many: Math.floor(minutes / 1440), word: 'day' },
    { many: Math.floor((minutes % 1440) / 60), word: 'hour' },
    { many: minutes % 60, word: 'minute' },
  ]
  const from1 = parts.findIndex(({ many }) => many > 0)
  if (from1 < 0) return 'less than a minute'
  const said = parts.slice(from1, from1 + 2).filter(({ many }) => many > 0)
  return said.map(({ many, word }) => `${many} ${word}${many === 1 ? '' : 's'}`).join(' ')
}

/** "45 minutes", "1 hour", "3 hours 30 minutes". */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const said = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ]
  return said.filter(Boolean).join(' ')
}

export function isBeforeInstant(one: string, other: string): boolean {
  return isBefore(instant(one), instant(other))
}

/** Monday of the week in which the instant lies. */
function mondayOf(at: string): Day {
  const day = londonDay(at)
  return day.subtract({ days: day.dayOfWeek - 1 })
}

/** 0 for this week, 1 for next week, -1 for last week. */
export function weeksAhead(at: string, now: string): number {
  return mondayOf(now).until(mondayOf(at)).days / 7
}
