import { expect, test } from 'vitest'
import { municipalYearBegan } from './municipal-year.ts'
import { day } from './time.ts'

test.each([
  ['2026-04-30', '2025-05-01'],
  ['2026-05-01', '2026-05-01'],
  ['2026-12-31', '2026-05-01'],
  ['2027-03-31', '2026-05-01'],
  ['2028-02-29', '2027-05-01'],
])('%s falls in the municipal year that began on %s', (on, began) => {
  expect(municipalYearBegan(day(on)).toString()).toBe(began)
})
