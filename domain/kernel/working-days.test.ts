import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from './time.ts'
import { holidaysOf, isWorkingDay, schoolHolidayOn, workingDaysAfter, workingDaysBefore, workingDaysBetween } from './working-days.ts'

const england = holidaysOf({
  division: 'england-and-wales',
  closures: ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'],
  schoolHolidays: [],
})

test.each([
  ['2026-10-23', true],
  ['2026-10-24', false], // Saturday
  ['2026-10-25', false],
  ['2026-08-31', false], // bank holiday
  ['2026-12-26', false], // a Saturday, and no holiday by itself
  ['2026-12-28', false], // its substitute
  ['2026-12-29', false], // the council's own closure
])('C14.6 %s is a working day: %s', (on, working) => {
  expect(isWorkingDay(day(on), england)).toBe(working)
})

test.each([
  ['2026-10-27', 5, '2026-10-20'],
  ['2026-10-24', 2, '2026-10-22'], // from a Saturday
  ['2026-09-01', 1, '2026-08-28'], // over a bank holiday and a weekend
  ['2027-01-05', 3, '2026-12-22'], // over Christmas week and the closures
  ['2026-10-27', 0, '2026-10-27'],
])('C14.6 from %s, %i working days before is %s', (on, count, expected) => {
  expect(workingDaysBefore(day(on), count, england).toString()).toBe(expected)
})

test('C14.6 a day is not itself counted, forwards either', () => {
  expect(workingDaysAfter(day('2026-10-23'), 1, england).toString()).toBe('2026-10-26')
  expect(workingDaysAfter(day('2026-12-23'), 1, england).toString()).toBe('2027-01-04')
})

test('C14.6 school holidays are shown and never skipped over', () => {
  const withHalfTerm = holidaysOf({
    division: 'england-and-wales',
    closures: [],
    schoolHolidays: [{ label: 'Half term', from: '2026-10-26', to: '2026-10-30' }],
  })
  expect(isWorkingDay(day('2026-10-27'), withHalfTerm)).toBe(true)
})

test('C14.6 so many working days before is so many working days away, from any day of any year', () => {
  const days = fc.integer({ min: 0, max: 5000 }).map((days) => day('2022-01-01').add({ days }))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (on, count) => {
      const before = workingDaysBefore(on, count, england)
      expect(isWorkingDay(before, england)).toBe(true)
      expect(workingDaysBetween(before, on, england)).toBe(count)
      expect(workingDaysBetween(on, before, england)).toBe(0)
    }),
  )
})

test('C14.6 a council that closes for years is told so and not counted for ever', () => {
  const from = day('2026-01-01')
  const always = {
    bankHolidays: new Set<string>(),
    closures: new Set(Array.from({ length: 2000 }, (_, days) => from.add({ days }).toString())),
  }
  expect(() => workingDaysAfter(from, 1, always)).toThrow(RangeError)
})

test.each([
  ['2026-10-25', undefined],
  ['2026-10-26', 'Autumn half term'],
  ['2026-10-30', 'Autumn half term'],
  ['2026-10-31', undefined],
])('C14.6 %s falls in the school holidays: %s', (on, label) => {
  const schoolHolidays = [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }]
  expect(schoolHolidayOn(day(on), { schoolHolidays })).toBe(label)
  expect(isWorkingDay(day('2026-10-27'), holidaysOf({ division: 'england-and-wales', closures: [], schoolHolidays }))).toBe(true)
})
