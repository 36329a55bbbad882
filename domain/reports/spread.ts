import { inLondon, londonDay, londonTime, partOfDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isPostponed } from '../sessions/postponed.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import type { ReportingYear } from './reporting-year.ts'

/** Sessions, and nobody's. `day` and `evening` are all of them; `online` is online alone, `hybrid` in a room and online. */
export type SpreadCount = {
  readonly sessions: number
  readonly day: number
  readonly evening: number
  readonly online: number
  readonly hybrid: number
}

export type Spread = {
  readonly total: SpreadCount
  /** Monday is 1. Of a weekend only the days on which something is held. */
  readonly weekdays: readonly ({ readonly weekday: number } & SpreadCount)[]
  /** By the hour in which they start, from the first that is used to the last. Without an hour: it takes the whole day. */
  readonly hours: readonly ({ readonly hour?: number } & SpreadCount)[]
  /** Every month of the year, as "2026-10": an empty one says something too. */
  readonly months: readonly ({ readonly month: string } & SpreadCount)[]
  /** What has no time that could be counted. */
  readonly left: { readonly cancelled: number; readonly postponed: number; readonly ownTime: number }
}

type Dated = Pick<SessionSummary, 'startsAt' | 'endsAt' | 'delivery' | 'kind' | 'standing' | 'decision'>
type Rules = Pick<Rulebook, 'kinds' | 'programme'>

/**
 * How a year's programme is spread over weekdays, times of day and months, on London's calendar. A session and its repeat are two: each is
 * another chance to come. Of several days the first counts.
 *
 * Clauses: C14.7 (HR 3.4; TH-A 4.2).
 */
export function spreadOf(sessions: readonly Dated[], rulebook: Rules, year: ReportingYear): Spread {
  const within = sessions.filter(({ startsAt, standing }) => isIn(year, startsAt) && standing.kind !== 'untagged')
  const standing = within.filter((session) => session.standing.kind === 'standing')
  const offered = standing.filter((session) => !isPostponed(session))
  const held = offered.filter(({ kind }) => kindOf(rulebook, kind).countsAs !== 'own-time')
  const count = (of: readonly Dated[]) => countOf(of, rulebook)
  return {
    total: count(held),
    weekdays: weekdaysIn(held).map((weekday) => ({ weekday, ...count(held.filter((each) => weekdayOf(each) === weekday)) })),
    hours: [
      ...hoursIn(held).map((hour) => ({ hour, ...count(held.filter((each) => hourOf(each) === hour)) })),
      ...wholeDays(held).map((whole) => count(whole)),
    ],
    months: monthsIn(year).map((month) => ({ month, ...count(held.filter((each) => monthOf(each) === month)) })),
    left: {
      cancelled: within.filter((session) => session.standing.kind === 'cancelled').length,
      postponed: standing.length - offered.length,
      ownTime: offered.length - held.length,
    },
  }
}

function isIn({ from, to }: ReportingYear, at: Instant): boolean {
  return !isBefore(at, inLondon(from, '00:00')) && isBefore(at, inLondon(to, '00:00'))
}

function countOf(sessions: readonly Dated[], { programme }: Rules): SpreadCount {
  const evening = sessions.filter(({ startsAt }) => partOfDay(startsAt, programme.eveningFrom) === 'evening').length
  return {
    sessions: sessions.length,
    day: sessions.length - evening,
    evening,
    online: sessions.filter(({ delivery }) => delivery === 'online').length,
    hybrid: sessions.filter(({ delivery }) => delivery === 'hybrid').length,
  }
}

const workingWeek = [1, 2, 3, 4, 5]
const weekend = [6, 7]

function weekdaysIn(sessions: readonly Dated[]): readonly number[] {
  const used = new Set(sessions.map(weekdayOf))
  return [...workingWeek, ...weekend.filter((weekday) => used.has(weekday))]
}

function weekdayOf({ startsAt }: Dated): number {
  return londonDay(startsAt).dayOfWeek
}

/** Undefined: from midnight to midnight, as Outlook has what takes the whole day. */
function hourOf({ startsAt, endsAt }: Dated): number | undefined {
  const isWhole = londonTime(startsAt) === '00:00' && londonTime(endsAt) === '00:00'
  return isWhole ? undefined : Number(londonTime(startsAt).slice(0, 2))
}

function hoursIn(sessions: readonly Dated[]): readonly number[] {
  const used = sessions.map(hourOf).filter((hour) => hour !== undefined)
  const [first, last] = [Math.min(...used), Math.max(...used)]
  return used.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function wholeDays(sessions: readonly Dated[]): readonly (readonly Dated[])[] {
  const whole = sessions.filter((each) => hourOf(each) === undefined)
  return whole.length === 0 ? [] : [whole]
}

function monthOf({ startsAt }: Dated): string {
  return londonDay(startsAt).toString().slice(0, 7)
}

function monthsIn({ from }: ReportingYear): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => from.add({ months: index }).toString().slice(0, 7))
}
