import { expect, test } from 'vitest'
import { yearWords } from './words-of-year.ts'

test('C2.10 a year is named after the day on which it begins', () => {
  expect(yearWords({ kind: 'municipal', from: '2026-05-01' })).toBe('Municipal year 2026-27')
  expect(yearWords({ kind: 'financial', from: '2099-04-01' })).toBe('Financial year 2099-00')
  expect(yearWords({ kind: 'calendar', from: '2026-01-01' })).toBe('Calendar year 2026')
})
