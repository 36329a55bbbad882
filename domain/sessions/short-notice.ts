import { inLondon, londonDay, londonTime } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { holidaysOf, workingDaysBefore } from '../kernel/working-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

type NoticeRules = Pick<Rulebook, 'cancellation' | 'workingDays'>

/** The last instant at which a cancellation is not at short notice: the session's own wall time, so many working days before. */
export function shortNoticeFrom(startsAt: Instant, { cancellation, workingDays }: NoticeRules): Instant {
  const on = workingDaysBefore(londonDay(startsAt), cancellation.shortNoticeWorkingDays, holidaysOf(workingDays))
  return inLondon(on, londonTime(startsAt))
}

/**
 * Whether cancelling now leaves Members less notice than the council promises: less than two working days, unless it chose
 * otherwise. Exactly two working days, to the minute, is notice enough.
 *
 * Clauses: C3.11 (TH 4.26). Trap: wall time, so that across a clock change it is the same time of day and not 48 hours.
 */
export function isShortNotice(startsAt: Instant, now: Instant, rulebook: NoticeRules): boolean {
  return isBefore(shortNoticeFrom(startsAt, rulebook), now)
}
