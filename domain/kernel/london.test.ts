import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLondon, londonDay, londonTime, partOfDay } from './london.ts'
import { Temporal, day, instant } from './time.ts'

test.each([
  ['2026-07-01T23:30:00Z', '2026-07-02', '00:30'], // summer: already tomorrow in London
  ['2026-12-01T23:30:00Z', '2026-12-01', '23:30'],
])('C14.11 %s is on %s in London, at %s', (iso, on, at) => {
  expect(londonDay(instant(iso)).toString()).toBe(on)
  expect(londonTime(instant(iso))).toBe(at)
})

test.each([
  ['2026-03-28', '10:00', '2026-03-28T10:00:00Z'],
  ['2026-03-29', '10:00', '2026-03-29T09:00:00Z'],
  ['2026-10-24', '10:00', '2026-10-24T09:00:00Z'],
  ['2026-10-25', '10:00', '2026-10-25T10:00:00Z'],
])('C14.11 on %s the wall time %s is %s', (on, at, iso) => {
  expect(inLondon(day(on), at).toString()).toBe(iso)
})

test('C14.11 a time that the spring change skips is taken after the gap', () => {
  expect(inLondon(day('2026-03-29'), '01:30').toString()).toBe('2026-03-29T01:30:00Z')
})

test('C14.11 a time that the autumn change repeats is taken the first time', () => {
  expect(inLondon(day('2026-10-25'), '01:30').toString()).toBe('2026-10-25T00:30:00Z')
})

test('C14.11 every other wall time comes back as it went in', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((days) => day('2024-01-01').add({ days }))
  const times = fc
    .integer({ min: 3 * 60, max: 24 * 60 - 1 })
    .map((minutes) => Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5))
  fc.assert(
    fc.property(days, times, (on, at) => {
      const placed = inLondon(on, at)
      expect(londonTime(placed)).toBe(at)
      expect(londonDay(placed).equals(on)).toBe(true)
    }),
  )
})

test.each([
  ['2026-10-20T15:59:00Z', 'day'], // 16:59 in summer time
  ['2026-10-20T16:00:00Z', 'evening'],
  ['2026-10-27T16:59:00Z', 'day'],
  ['2026-10-27T17:00:00Z', 'evening'],
])('C14.4 a session at %s is a %s one when evenings begin at 17:00', (iso, part) => {
  expect(partOfDay(instant(iso), '17:00')).toBe(part)
})
