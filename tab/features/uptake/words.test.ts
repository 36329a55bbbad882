import { expect, test } from 'vitest'
import { uptake } from '../../testing/uptake-fixtures.ts'
import { leadWords, uptakeTable } from './words.ts'

test('C2.10, C3.14 the first sentence says how many were held, how many cancelled, and how many Members came', () => {
  expect(leadWords(uptake)).toBe('Municipal year 2026-27: 2 sessions held, 1 cancelled. 42 Members attended at least one.')
})

test('the figures as a spreadsheet end with the total', () => {
  const table = uptakeTable(uptake)
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([11]))
  expect(table.at(-1)?.slice(0, 6)).toEqual(['In total', '', '', 100, 53, 49])
})
