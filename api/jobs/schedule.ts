import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { isAtOrAfter, isBefore, type Instant } from '../../domain/kernel/time.ts'

/**
 * When a job comes round: a wall time, in London, on every day. Kept as wall time and worked out anew for each day, so that a
 * clock change moves nothing (C14.11).
 */
export type Schedule = {
  /** "03:30", in order. */
  readonly at: readonly string[]
  /** After a time in which nothing ran: `latest` makes up for the last one only, `all` for each, `none` for nothing. */
  readonly catchUp: 'latest' | 'all' | 'none'
}

/** Days that are looked back at most: what lies further back is not made up for. */
const mostDaysBack = 14

/** Occurrences after the one instant and not after the other, oldest first. */
export function occurrencesIn(schedule: Schedule, after: Instant, upTo: Instant): readonly Instant[] {
  const last = londonDay(upTo)
  const first = londonDay(after)
  const days = Math.min(first.until(last).days, mostDaysBack)
  const all = Array.from({ length: days + 1 }, (_, back) => last.subtract({ days: days - back })).flatMap((day) =>
    schedule.at.map((wallTime) => inLondon(day, wallTime)),
  )
  return all.filter((at) => isBefore(after, at) && isAtOrAfter(upTo, at))
}

/** The first occurrence after an instant: of today's, or else of tomorrow's. */
export function nextOccurrence({ at }: Schedule, after: Instant): Instant {
  const today = londonDay(after)
  for (const day of [today, today.add({ days: 1 })]) {
    const next = at.map((wallTime) => inLondon(day, wallTime)).find((moment) => isBefore(after, moment))
    if (next) return next
  }
  throw new RangeError('a job needs a wall time')
}

/** Which of the occurrences that have come are to be run, and which are only noted as passed over. */
export function caughtUp(
  schedule: Schedule,
  come: readonly Instant[],
): { readonly run: readonly Instant[]; readonly skip: readonly Instant[] } {
  if (schedule.catchUp === 'all') return { run: come, skip: [] }
  const recent = come.slice(-1)
  const passed = come.slice(0, -1)
  return schedule.catchUp === 'latest' || come.length === 1 ? { run: recent, skip: passed } : { run: [], skip: come }
}
