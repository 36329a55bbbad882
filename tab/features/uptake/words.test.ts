import { expect, test } from 'vitest'
import { uptake } from '../../testing/uptake-fixtures.ts'
import { leadWords, uptakeTable, yearWords } from './words.ts'

test('C2.10 a year is named after the day on which it begins', () => {
  expect(yearWords(uptake.year)).toBe('Municipal year 2026-27')
  expect(yearWords({ kind: 'financial', from: '2099-04-01', to: '2100-04-01' })).toBe('Financial year 2099-00')
  expect(yearWords({ kind: 'calendar', from: '2026-01-01', to: '2027-01-01' })).toBe('Calendar year 2026')
})

test('C2.10, C3.14 the first sentence says how many were held, how many cancelled, and how many Members came', () => {
  expect(leadWords(uptake)).toBe('Municipal year 2026-27: 2 sessions held, 1 cancelled. 42 Members attended at least one.')
})

test('the figures as a spreadsheet end with the total', () => {
  const table = uptakeTable(uptake)
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([11]))
  expect(table.at(-1)?.slice(0, 6)).toEqual(['In total', '', '', 100, 53, 49])
})
