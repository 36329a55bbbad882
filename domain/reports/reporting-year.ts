import { municipalYearBegan } from '../kernel/municipal-year.ts'
import type { Day } from '../kernel/time.ts'
import { day } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

export type YearKind = Rulebook['reporting']['year']

/** From the first day, and up to the first that no longer belongs to it. */
export type ReportingYear = { readonly kind: YearKind; readonly from: Day; readonly to: Day }

/** The year of a kind that a day falls in (C2.10): municipal from 1 May, financial from 1 April, calendar from 1 January. */
export function reportingYearOf(kind: YearKind, on: Day): ReportingYear {
  return yearFrom(kind, firstDayOf(kind, on))
}

/** The year of a kind that begins in a calendar year: the municipal year 2026 is that of 2026-27. */
export function reportingYearBeginning(kind: YearKind, year: number): ReportingYear {
  return reportingYearOf(kind, day(`${year}-12-31`))
}

function firstDayOf(kind: YearKind, on: Day): Day {
  if (kind === 'municipal') return municipalYearBegan(on)
  if (kind === 'calendar') return on.with({ month: 1, day: 1 })
  const april = on.with({ month: 4, day: 1 })
  return april.until(on).sign >= 0 ? april : april.subtract({ years: 1 })
}

function yearFrom(kind: YearKind, from: Day): ReportingYear {
  return { kind, from, to: from.add({ years: 1 }) }
}
