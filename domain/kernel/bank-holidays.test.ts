import { expect, test } from 'vitest'
import { bankHolidays, bankHolidaysOf } from './bank-holidays.ts'
import { Temporal } from './time.ts'

const inYear = (year: number, ...days: readonly string[]) => days.map((each) => `${year}-${each}`)

// As gov.uk lists them.
test.each([
  [2026, inYear(2026, '01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28')],
  [2027, inYear(2027, '01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28')],
  [2020, inYear(2020, '01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28')],
  [2022, inYear(2022, '01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27')],
  [2023, inYear(2023, '01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26')],
])('C14.6 the bank holidays of England and Wales in %i', (year, listed) => {
  expect(bankHolidaysOf('england-and-wales', year)).toEqual(listed)
})

test('C14.6 Scotland has the second of January, an August Monday at the start and Saint Andrew, and no Easter Monday', () => {
  expect(bankHolidaysOf('scotland', 2027)).toEqual(
    inYear(2027, '01-01', '01-04', '03-26', '05-03', '05-31', '08-02', '11-30', '12-27', '12-28'),
  )
})

test('C14.6 in Scotland both days of a New Year at a weekend have their substitutes', () => {
  expect(bankHolidaysOf('scotland', 2022).slice(0, 2)).toEqual(['2022-01-03', '2022-01-04'])
})

test('C14.6 Northern Ireland has Saint Patrick and the twelfth of July', () => {
  expect(bankHolidaysOf('northern-ireland', 2026)).toEqual(
    inYear(2026, '01-01', '03-17', '04-03', '04-06', '05-04', '05-25', '07-13', '08-31', '12-25', '12-28'),
  )
})

test('C14.6 a bank holiday never falls at a weekend, in any division or year', () => {
  for (const days of Object.values(bankHolidays)) {
    for (const iso of days)
      expect(new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(epochOf(iso))).not.toMatch(/^S/)
  }
})

function epochOf(iso: string): number {
  return Temporal.PlainDate.from(iso).toZonedDateTime('UTC').epochMilliseconds
}
