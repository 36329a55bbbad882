import { londonDay, londonTime } from './london.ts'
import type { Day, Instant } from './time.ts'

/** How a date is to be written. `keepTogether` puts no-break spaces where a line must not end between day and month. */
export type WordsOfTime = { readonly locale?: string; readonly keepTogether?: boolean }

type DayForm = WordsOfTime & { readonly weekday?: 'long' | 'short'; readonly month?: 'long' | 'short'; readonly year?: boolean }

const noBreak = '\u00a0'

/** "Tuesday 27 October 2026", or without the year. */
export function dayInWords(on: Day, form: DayForm = {}): string {
  const { locale = 'en-GB', weekday = 'long', month = 'long', year = false, keepTogether = false } = form
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday,
    day: 'numeric',
    month,
    ...(year ? { year: 'numeric' as const } : {}),
  }).formatToParts(on.toZonedDateTime('UTC').epochMilliseconds)
  const comma = locale.startsWith('en') ? '' : ','
  const words = parts.map((part) => (part.type === 'literal' ? part.value.replace(',', comma) : part.value))
  const monthAt = parts.findIndex((part) => part.type === 'month')
  const together = keepTogether && parts[monthAt - 1]?.type === 'literal'
  return words.map((word, index) => (together && index === monthAt - 1 && word === ' ' ? noBreak : word)).join('')
}

/** "Thu 22 Oct". */
export function shortDay(on: Day, form: WordsOfTime = {}): string {
  return dayInWords(on, { ...form, weekday: 'short', month: 'short' })
}

/** "6:30pm", "10am", "noon": what London's clocks show. A session starts at `midday`, a deadline falls at `noon`. */
export function timeInWords(at: Instant, twelve: 'noon' | 'midday' = 'noon'): string {
  return wallTimeInWords(londonTime(at), twelve)
}

/** A wall time of the rulebook in words: "07:00" is "7am". */
export function wallTimeInWords(wallTime: string, twelve: 'noon' | 'midday' = 'noon'): string {
  if (wallTime === '12:00') return twelve
  if (wallTime === '00:00') return 'midnight'
  const [hours = '0', minutes = '00'] = wallTime.split(':')
  const hour = Number(hours)
  return `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`
}

/**
 * A deadline or a moment as a page that is alive says it: "today at noon", "noon tomorrow", "this Thursday at noon",
 * "yesterday at 5pm", and otherwise "Thursday 15 October at noon".
 *
 * Trap: never in a text, an email or a card, which are read days later: those take `dateInWords`. "This Thursday" reaches six
 * days, because the review falls on the weekday of the session itself.
 */
export function deadlineInWords(at: Instant, now: Instant, form: WordsOfTime = {}): string {
  const on = londonDay(at)
  const away = londonDay(now).until(on).days
  const space = form.keepTogether ? noBreak : ' '
  const time = timeInWords(at)
  if (away === 0) return `today at${space}${time}`
  if (away === 1) return `${time} tomorrow`
  if (away === -1) return `yesterday at${space}${time}`
  if (away > 1 && away <= 6) return `this ${weekdayInWords(on, form)} at${space}${time}`
  return dateInWords(at, form)
}

/** "Thursday 15 October at noon": a date that stays true wherever and whenever it is read. */
export function dateInWords(at: Instant, form: WordsOfTime = {}): string {
  return `${dayInWords(londonDay(at), form)} at${form.keepTogether ? noBreak : ' '}${timeInWords(at)}`
}

function weekdayInWords(on: Day, { locale = 'en-GB' }: WordsOfTime): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' }).format(on.toZonedDateTime('UTC').epochMilliseconds)
}
