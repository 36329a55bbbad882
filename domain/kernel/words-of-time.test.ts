import { expect, test } from 'vitest'
import { day, instant } from './time.ts'
import { dateInWords, dayInWords, deadlineInWords, shortDay, timeInWords, wallTimeInWords } from './words-of-time.ts'

const on = day('2026-10-27')

test('a day is written as people say it, with the year only where asked', () => {
  expect(dayInWords(on)).toBe('Tuesday 27 October')
  expect(dayInWords(on, { year: true })).toBe('Tuesday 27 October 2026')
  expect(shortDay(on)).toBe('Tue 27 Oct')
})

test('day and month can be kept together on one line', () => {
  expect(dayInWords(on, { keepTogether: true })).toBe('Tuesday 27\u00a0October')
})

test('a day is written in the language of its reader', () => {
  expect(dayInWords(on, { locale: 'cy-GB' })).toBe('Dydd Mawrth, 27 Hydref')
})

test.each([
  ['2026-10-27T18:30:00Z', '6:30pm'],
  ['2026-10-27T10:00:00Z', '10am'],
  ['2026-10-27T12:00:00Z', 'noon'],
  ['2026-10-27T12:30:00Z', '12:30pm'],
  ['2026-10-27T00:05:00Z', '12:05am'],
  ['2026-10-27T00:00:00Z', 'midnight'],
  ['2026-07-27T11:00:00Z', 'noon'], // summer time
])('%s is %s', (iso, words) => {
  expect(timeInWords(instant(iso))).toBe(words)
})

test('a session starts at midday, a deadline falls at noon', () => {
  expect(timeInWords(instant('2026-10-27T12:00:00Z'), 'midday')).toBe('midday')
  expect(wallTimeInWords('07:00')).toBe('7am')
})

const now = instant('2026-10-13T13:10:00Z') // Tuesday, 2:10pm

test.each([
  ['2026-10-13T11:00:00Z', 'today at noon'],
  ['2026-10-14T11:00:00Z', 'noon tomorrow'],
  ['2026-10-12T15:42:00Z', 'yesterday at 4:42pm'],
  ['2026-10-15T11:00:00Z', 'this Thursday at noon'],
  ['2026-10-19T11:00:00Z', 'this Monday at noon'], // six days away
  ['2026-10-20T11:00:00Z', 'Tuesday 20 October at noon'], // seven
  ['2026-10-08T08:00:00Z', 'Thursday 8 October at 9am'],
])('the deadline %s is said as %s', (iso, words) => {
  expect(deadlineInWords(instant(iso), now)).toBe(words)
})

test('just before midnight in summer, London decides what is today', () => {
  expect(deadlineInWords(instant('2026-10-14T11:00:00Z'), instant('2026-10-13T23:30:00Z'))).toBe('today at noon')
})

test('what is read days later carries its date', () => {
  expect(dateInWords(instant('2026-10-15T11:00:00Z'), { keepTogether: true })).toBe('Thursday 15\u00a0October at\u00a0noon')
})
