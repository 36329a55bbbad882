import { Temporal } from '../kernel/time.ts'
import type { RulebookError } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

type Period = { readonly label: string; readonly from: string; readonly to: string }

/** What the shape of a day does not show, of the council's closures and school holidays. */
export function calendarErrors(closures: readonly string[], schoolHolidays: readonly Period[]): readonly RulebookError[] {
  return [
    ...closures.flatMap((on, index) => dayErrors(on, `workingDays.closures.${index}`)),
    ...periodErrors(schoolHolidays, 'workingDays.schoolHolidays'),
  ]
}

export function periodErrors(periods: readonly Period[], path: string): readonly RulebookError[] {
  return periods.flatMap(({ label, from, to }, index) => [
    ...(label.trim() === '' ? [{ path: `${path}.${index}.label`, message: words.empty() }] : []),
    ...dayErrors(from, `${path}.${index}.from`),
    ...dayErrors(to, `${path}.${index}.to`),
    ...(to < from ? [{ path: `${path}.${index}.to`, message: words.endsBeforeItBegins() }] : []),
  ])
}

export function dayErrors(on: string, path: string): readonly RulebookError[] {
  return isDay(on) ? [] : [{ path, message: words.noSuchDay(on) }]
}

/** The schema checks the shape only: 30 February has the shape of a day. */
function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch (cause) {
    if (cause instanceof RangeError) return false
    throw cause
  }
}
