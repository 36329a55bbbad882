import type { Rulebook } from '../rulebook/rulebook.ts'
import { bankHolidays } from './bank-holidays.ts'
import type { Day } from './time.ts'

/** The days, besides weekends, on which a council does not work, as ISO days (C14.6). */
export type Holidays = { readonly bankHolidays: ReadonlySet<string>; readonly closures: ReadonlySet<string> }

/** Longer than any run of closures that a rulebook can hold, so that a count never goes on for ever. */
const furthestDays = 1000

export function holidaysOf(workingDays: Rulebook['workingDays']): Holidays {
  return { bankHolidays: bankHolidays[workingDays.division], closures: new Set(workingDays.closures) }
}

export function isWorkingDay(on: Day, holidays: Holidays): boolean {
  const iso = on.toString()
  return on.dayOfWeek <= 5 && !holidays.bankHolidays.has(iso) && !holidays.closures.has(iso)
}

/** The school holidays that a day falls in, both ends counted. They are shown when planning and never skipped over (C14.6). */
export function schoolHolidayOn(on: Day, { schoolHolidays }: Pick<Rulebook['workingDays'], 'schoolHolidays'>): string | undefined {
  const iso = on.toString()
  return schoolHolidays.find(({ from, to }) => from <= iso && iso <= to)?.label
}

/** The nth working day before a day, which is itself not counted, whether it is a working day or not. */
export function workingDaysBefore(on: Day, count: number, holidays: Holidays): Day {
  return counted(on, count, holidays, -1)
}

/** The nth working day after a day, which is itself not counted. */
export function workingDaysAfter(on: Day, count: number, holidays: Holidays): Day {
  return counted(on, count, holidays, 1)
}

/** How many working days there are from a day, counted, up to a later day, not counted. None when it is not later. */
export function workingDaysBetween(from: Day, to: Day, holidays: Holidays): number {
  let working = 0
  for (let on = from; on.until(to).sign > 0; on = on.add({ days: 1 })) if (isWorkingDay(on, holidays)) working += 1
  return working
}

function counted(on: Day, count: number, holidays: Holidays, step: 1 | -1): Day {
  let reached = on
  let left = count
  for (let days = 0; left > 0; days += 1) {
    if (days > furthestDays) throw new RangeError('no working day within reach: too many closures')
    reached = reached.add({ days: step })
    if (isWorkingDay(reached, holidays)) left -= 1
  }
  return reached
}
