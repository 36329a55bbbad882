import { instant } from '../../domain/kernel/time.ts'
import type { Temporal } from '../../domain/kernel/time.ts'

function inLondon(iso: string): Temporal.ZonedDateTime {
  return instant(iso).toZonedDateTimeISO('Europe/London')
}

/** "6:30pm", "10am", "noon". */
export function timeWords(iso: string): string {
  const { hour, minute } = inLondon(iso)
  if (minute === 0 && hour === 12) return 'noon'
  if (minute === 0 && hour === 0) return 'midnight'
  const clock = `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}`
  return `${clock}${hour < 12 ? 'am' : 'pm'}`
}

/** "Thursday 15 October"; with its year when that is not the year of `now`. */
export function dayWords(iso: string, now: string): string {
  const at = inLondon(iso)
  const year = at.year === inLondon(now).year ? {} : { year: 'numeric' as const }
  // Put together by hand: the runtimes differ about a comma after the weekday.
  const weekday = at.toPlainDate().toLocaleString('en-GB', { weekday: 'long' })
  return `${weekday} ${at.toPlainDate().toLocaleString('en-GB', { day: 'numeric', month: 'long', ...year })}`
}

/** "Thursday". */
export function weekdayWords(iso: string): string {
  return inLondon(iso).toPlainDate().toLocaleString('en-GB', { weekday: 'long' })
}

/** "Thursday 15 October, 10am". */
export function dayAndTimeWords(iso: string, now: string): string {
  return `${dayWords(iso, now)}, ${timeWords(iso)}`
}

/** "noon tomorrow", "noon today", "noon on Thursday 15 October". */
export function deadlineWords(iso: string, now: string): string {
  const days = daysFromNow(iso, now)
  if (days === 0) return `${timeWords(iso)} today`
  if (days === 1) return `${timeWords(iso)} tomorrow`
  return `${timeWords(iso)} on ${dayWords(iso, now)}`
}

/** "today at 2:21pm", "yesterday at 4:42pm", "on Monday 12 October at 9am". */
export function momentWords(iso: string, now: string): string {
  const days = daysFromNow(iso, now)
  if (days === 0) return `today at ${timeWords(iso)}`
  if (days === -1) return `yesterday at ${timeWords(iso)}`
  return `on ${dayWords(iso, now)} at ${timeWords(iso)}`
}

/** "2:08pm" on the day itself, else "4:42pm on Monday 12 October": a count always says as at when (C2.2). */
export function asAtWords(iso: string, now: string): string {
  return daysFromNow(iso, now) === 0 ? timeWords(iso) : `${timeWords(iso)} on ${dayWords(iso, now)}`
}

/** "1 day 20 hours", "3 hours", "25 minutes": elapsed time, as a notice period is felt. */
export function lengthWords(from: string, to: string): string {
  const minutes = Math.max(0, Math.floor(instant(from).until(instant(to)).total('minutes')))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  if (days > 0) return [counted(days, 'day'), ...(hours > 0 ? [counted(hours, 'hour')] : [])].join(' ')
  return hours > 0 ? counted(hours, 'hour') : counted(minutes, 'minute')
}

/** "1 text", "5 texts". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

function daysFromNow(iso: string, now: string): number {
  return inLondon(now).toPlainDate().until(inLondon(iso).toPlainDate(), { largestUnit: 'days' }).days
}
