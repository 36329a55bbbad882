import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { readingFrom, windowAt } from './windows.ts'

test.each([
  ['2026-10-13T13:10:00Z', '2026-04-30T23:00:00Z', '2028-04-12T23:00:00Z'],
  ['2026-05-01T09:00:00Z', '2026-01-31T00:00:00Z', '2027-11-01T00:00:00Z'], // ninety days lie further back than the first of May
  ['2026-04-30T09:00:00Z', '2025-04-30T23:00:00Z', '2027-10-29T23:00:00Z'],
  ['2028-02-29T09:00:00Z', '2027-04-30T23:00:00Z', '2029-08-28T23:00:00Z'],
])('on %s a calendar is read from %s to %s', (now, from, to) => {
  expect(windowAt(instant(now))).toEqual({ from: instant(from), to: instant(to) })
})

test('a cursor is good for a week, and then everything is read whole once more', () => {
  const window = windowAt(instant('2026-10-13T13:10:00Z'))
  const on = (now: string) => readingFrom({ window, cursor: 'c' }, instant(now)).cursor
  expect(on('2026-10-19T22:59:59Z')).toBe('c')
  expect(on('2026-10-19T23:00:00Z')).toBeUndefined() // a week later, at midnight in London
  expect(readingFrom({ window }, instant('2026-10-13T13:10:00Z')).cursor).toBeUndefined()
  expect(readingFrom({ cursor: 'c' }, instant('2026-10-13T13:10:00Z')).cursor).toBeUndefined()
})
