import type { Day } from './time.ts'
import { Temporal } from './time.ts'

export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland'

/** Computed for these years; a session outside them is no session. */
const firstYear = 2020
const lastYear = 2060

/** Holidays that were proclaimed once, and those moved for them. Later ones are added by a council as closures. */
const once: Readonly<Record<string, { readonly added: readonly string[]; readonly removed: readonly string[] }>> = {
  2020: { added: ['05-08'], removed: ['05-04'] },
  2022: { added: ['06-02', '06-03', '09-19'], removed: ['05-30'] },
  2023: { added: ['05-08'], removed: [] },
}

const fixedDays: Readonly<Record<Division, readonly string[]>> = {
  'england-and-wales': ['01-01', '12-25', '12-26'],
  scotland: ['01-01', '01-02', '11-30', '12-25', '12-26'],
  'northern-ireland': ['01-01', '03-17', '07-12', '12-25', '12-26'],
}

/** The bank holidays of a division, as ISO days (C14.6). A holiday at a weekend stands on its substitute day only. */
export const bankHolidays: Readonly<Record<Division, ReadonlySet<string>>> = {
  'england-and-wales': allYears('england-and-wales'),
  scotland: allYears('scotland'),
  'northern-ireland': allYears('northern-ireland'),
}

function allYears(division: Division): ReadonlySet<string> {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return new Set(years.flatMap((year) => bankHolidaysOf(division, year)))
}

/** One year's bank holidays of a division, in order. */
export function bankHolidaysOf(division: Division, year: number): readonly string[] {
  const moving = movingDays(division, year).map((each) => each.toString())
  const standing = fixedDays[division].reduce<readonly string[]>((taken, each) => [...taken, substituted(`${year}-${each}`, taken)], [])
  const { added, removed } = once[year] ?? { added: [], removed: [] }
  const usual = [...moving, ...standing].filter((each) => !removed.includes(each.slice(5)))
  return [...new Set([...usual, ...added.map((each) => `${year}-${each}`)])].toSorted()
}

function movingDays(division: Division, year: number): readonly Day[] {
  const easter = easterSunday(year)
  const goodFriday = easter.subtract({ days: 2 })
  const spring = lastMonday(year, 5)
  const shared = [goodFriday, firstMonday(year, 5), spring]
  if (division === 'scotland') return [...shared, firstMonday(year, 8)]
  return [...shared, easter.add({ days: 1 }), lastMonday(year, 8)]
}

/** The day itself, or the next weekday that is not already another holiday's. */
function substituted(iso: string, taken: readonly string[]): string {
  let on = Temporal.PlainDate.from(iso)
  for (let moved = 0; moved < 7 && (on.dayOfWeek > 5 || taken.includes(on.toString())); moved += 1) on = on.add({ days: 1 })
  return on.toString()
}

function firstMonday(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: (8 - first.dayOfWeek) % 7 })
}

function lastMonday(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: last.dayOfWeek - 1 })
}

/** Western Easter by the Gregorian rule (Meeus, Jones, Butcher): exact for every year. */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moon = century - Math.floor((century + 8) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((moon + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * correction + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}
