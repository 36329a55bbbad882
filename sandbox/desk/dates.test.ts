import { expect, test } from 'vitest'
import {
  clockWords,
  daysBefore,
  dueWords,
  firstThursdayToReview,
  inLondon,
  lapseWords,
  listDayWords,
  mailStampWords,
  momentOf,
  phoneClock,
  rangeWords,
  spanWords,
  textStampWords,
  timeWords,
  wallTime,
} from './dates.ts'

const tuesday = momentOf('2026-10-13T13:10:00Z') // 2:10pm, summer time

test('the clock says the day, the date and the time as a person would', () => {
  expect(clockWords(tuesday)).toBe('Tuesday 13 October 2026, 2:10pm')
  expect(phoneClock(tuesday)).toBe('2:10')
})

test('the clock is London’s on both sides of the clock change', () => {
  expect(clockWords(momentOf('2026-10-25T00:59:00Z'))).toBe('Sunday 25 October 2026, 1:59am')
  expect(clockWords(momentOf('2026-10-25T01:00:00Z'))).toBe('Sunday 25 October 2026, 1am')
})

test.each([
  ['2026-10-13T10:00', '10am'],
  ['2026-10-13T12:00', 'noon'],
  ['2026-10-13T00:00', 'midnight'],
  ['2026-10-13T00:05', '12:05am'],
  ['2026-10-13T12:30', '12:30pm'],
])('%s is said as %s', (at, words) => {
  expect(timeWords(wallTime(at))).toBe(words)
})

test('Graph’s wall times are read as London’s, seven fractional digits and all', () => {
  const start = wallTime('2026-10-22T14:00:00.0000000')
  expect(spanWords(start, wallTime('2026-10-22T16:00:00.0000000'))).toBe('Thursday 22 October, 2pm to 4pm')
  expect(spanWords(start, wallTime('2026-10-23T09:30:00'))).toBe('Thursday 22 October, 2pm to 9:30am on Friday 23 October')
})

test('a list names the month only when it is another', () => {
  expect(listDayWords(wallTime('2026-10-22T14:00'), tuesday)).toBe('Thursday 22')
  expect(listDayWords(wallTime('2026-11-05T14:00'), tuesday)).toBe('Thursday 5 Nov')
})

test('a text from today says so, an older one has its date', () => {
  expect(textStampWords(momentOf('2026-10-13T13:21:00Z'), tuesday)).toBe('Today, 2:21pm')
  expect(textStampWords(momentOf('2026-10-08T09:00:00Z'), tuesday)).toBe('Thu 8 Oct, 10am')
})

test('mail of today has its time, older mail its date', () => {
  expect(mailStampWords(momentOf('2026-10-13T13:05:00Z'), tuesday)).toBe('2:05pm')
  expect(mailStampWords(momentOf('2026-10-08T13:05:00Z'), tuesday)).toBe('8 Oct')
})

test.each([
  ['2026-10-13T14:21:00Z', '3:21pm'],
  ['2026-10-15T07:00:00Z', '8am Thursday'],
  ['2026-10-19T07:00:00Z', '8am Monday'],
  ['2026-10-20T07:00:00Z', '8am, Tue 20 Oct'],
])('what is due at %s is said as %s', (at, words) => {
  expect(dueWords(momentOf(at), tuesday)).toBe(words)
})

test.each([
  ['2026-10-13T18:00:00Z', '13 October'],
  ['2026-10-20T13:10:00Z', '13 to 20 October'],
  ['2026-11-03T13:10:00Z', '13 October to 3 November'],
])('from the 13th until %s is %s', (to, words) => {
  expect(rangeWords(tuesday, momentOf(to))).toBe(words)
})

test.each([
  ['2026-10-13T13:15:00Z', 'A few minutes'],
  ['2026-10-13T14:10:00Z', 'An hour'],
  ['2026-10-13T20:10:00Z', '7 hours'],
  ['2026-10-14T13:10:00Z', 'A day'],
  ['2026-10-20T13:10:00Z', 'A week'],
  ['2026-10-27T14:10:00Z', '2 weeks'], // the clocks went back: an hour more than 14 days
])('until %s it is %s', (to, words) => {
  expect(lapseWords(tuesday, momentOf(to))).toBe(words)
})

test.each([
  ['2026-10-13T13:10:00Z', '2026-10-22'], // Tuesday: Thursday next week
  ['2026-10-14T13:10:00Z', '2026-10-22'],
  ['2026-10-15T07:00:00Z', '2026-10-29'], // its review would be this very morning
  ['2026-10-16T07:00:00Z', '2026-10-29'],
  ['2026-10-18T23:30:00Z', '2026-10-29'], // already Monday in London
])('the invitation filled in at %s is for %s, whose review is still to come', (now, day) => {
  expect(firstThursdayToReview(momentOf(now)).toString()).toBe(day)
})

test('working days before skip the weekend', () => {
  const monday = inLondon(momentOf('2026-10-19T10:00:00Z')).toPlainDate()
  expect(daysBefore(monday, 1).toString()).toBe('2026-10-16')
  expect(daysBefore(monday, 2).toString()).toBe('2026-10-15')
})
