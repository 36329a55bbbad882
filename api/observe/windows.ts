import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { municipalYearBegan } from '../../domain/kernel/municipal-year.ts'
import { earliest, type Instant } from '../../domain/kernel/time.ts'
import type { MailboxState } from '../ports/council.ts'

type Window = { readonly from: Instant; readonly to: Instant }

const monthsAhead = 18
const daysBack = 90
/** A whole reading at least this often heals whatever was ever missed. */
const wholeEveryDays = 7

/**
 * The span of a calendar that is read: from the start of the municipal year, or ninety days back where that is earlier, to eighteen
 * months ahead. Days are London's.
 */
export function windowAt(now: Instant): Window {
  const today = londonDay(now)
  const from = earliest([inLondon(municipalYearBegan(today), '00:00'), inLondon(today.subtract({ days: daysBack }), '00:00')])
  return { from: from ?? now, to: inLondon(today.add({ months: monthsAhead }), '00:00') }
}

/** The window and cursor to go on with; no cursor where there is none, or where the window has fallen a week behind. */
export function readingFrom(
  { window, cursor }: Pick<MailboxState, 'window' | 'cursor'>,
  now: Instant,
): { window: Window; cursor: string | undefined } {
  const fresh = windowAt(now)
  const isRecent = window && londonDay(window.to).until(londonDay(fresh.to), { largestUnit: 'day' }).days < wholeEveryDays
  return window && cursor && isRecent ? { window, cursor } : { window: fresh, cursor: undefined }
}
