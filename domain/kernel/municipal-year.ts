import type { Day } from './time.ts'

/** The first day of the municipal year that a day falls in: 1 May, near enough, since annual meetings are held in May. */
export function municipalYearBegan(on: Day): Day {
  const may = on.with({ month: 5, day: 1 })
  return may.until(on).sign >= 0 ? may : may.subtract({ years: 1 })
}
