import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { reportingYearBeginning, reportingYearOf, type YearKind } from './reporting-year.ts'

const began = (kind: YearKind, on: string) => String(reportingYearOf(kind, day(on)).from)

test('C2.10 the municipal year begins on 1 May, the financial on 1 April, the calendar year on 1 January', () => {
  expect([began('municipal', '2026-04-30'), began('municipal', '2026-05-01')]).toEqual(['2025-05-01', '2026-05-01'])
  expect([began('financial', '2026-03-31'), began('financial', '2026-04-01')]).toEqual(['2025-04-01', '2026-04-01'])
  expect([began('calendar', '2025-12-31'), began('calendar', '2026-01-01')]).toEqual(['2025-01-01', '2026-01-01'])
})

test('a year ends before the day on which the next begins, in leap years too', () => {
  expect(String(reportingYearOf('financial', day('2028-02-29')).to)).toBe('2028-04-01')
  expect(reportingYearBeginning('municipal', 2026)).toMatchObject({ from: day('2026-05-01'), to: day('2027-05-01') })
  expect(reportingYearBeginning('calendar', 2026)).toMatchObject({ from: day('2026-01-01') })
})
