import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { reportingYearBeginning, reportingYearOf, type YearKind } from '../../domain/reports/reporting-year.ts'
import { spreadOf } from '../../domain/reports/spread.ts'
import type { SpreadReport } from '../contracts/spread.ts'
import type { Council } from '../ports/council.ts'

type Asked = { readonly kind?: YearKind; readonly began?: number }

/** C14.7: how a year's programme is spread over days, times and months: of what has been and of what is to come. */
export async function readSpread(
  { clock, rulebook, sessions }: Pick<Council, 'clock' | 'rulebook' | 'sessions'>,
  { kind = rulebook.reporting.year, began }: Asked,
): Promise<SpreadReport> {
  const now = clock.now()
  const year = began === undefined ? reportingYearOf(kind, londonDay(now)) : reportingYearBeginning(kind, began)
  const within = await sessions.between(inLondon(year.from, '00:00'), inLondon(year.to, '00:00'))
  const { weekdays, hours, months, ...figures } = spreadOf(within, rulebook, year)
  return {
    year: { kind: year.kind, from: String(year.from), to: String(year.to) },
    eveningFrom: rulebook.programme.eveningFrom,
    ...figures,
    weekdays: [...weekdays],
    hours: [...hours],
    months: [...months],
    now: String(now),
  }
}
