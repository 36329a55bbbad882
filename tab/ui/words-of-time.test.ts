import { expect, test } from 'vitest'
import {
  asAtWords,
  byWords,
  comingDay,
  dayWords,
  deadlineWords,
  fullWhen,
  lengthWords,
  nearWhen,
  sessionWhen,
  spellOf,
  timeWords,
  weeksAhead,
} from './words-of-time.ts'

const now = '2026-10-13T13:10:00Z' // Tuesday 13 October 2026, 2:10pm in London
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test.each([
  ['2026-10-22T17:30:00Z', '6:30pm'],
  ['2026-10-15T09:00:00Z', '10am'],
  ['2026-10-15T11:00:00Z', 'noon'],
  ['2026-10-14T23:00:00Z', 'midnight'],
  ['2026-10-27T18:00:00Z', '6pm'], // the clocks have gone back: London is UTC again
])('C14.11 %s is %s in London', (at, words) => {
  expect(timeWords(at)).toBe(words)
})

test('a session starts at midday and a deadline is at noon', () => {
  expect(timeWords('2026-10-15T11:00:00Z', 'midday')).toBe('midday')
  expect(plain(deadlineWords('2026-10-15T11:00:00Z', now))).toBe('this Thursday at noon')
})

test('C14.11 a session keeps its wall-clock time on either side of the clock change', () => {
  const before = sessionWhen({ startsAt: '2026-10-22T17:30:00Z', endsAt: '2026-10-22T19:00:00Z' }, now)
  const after = sessionWhen({ startsAt: '2026-10-29T18:30:00Z', endsAt: '2026-10-29T20:00:00Z' }, now)
  expect(plain(before)).toBe('Thursday 22 October, 6:30pm to 8pm')
  expect(plain(after)).toBe('Thursday 29 October, 6:30pm to 8pm')
})

test('of a session over two days both are named', () => {
  const span = { startsAt: '2026-10-14T09:00:00Z', endsAt: '2026-10-15T15:00:00Z' }
  expect(plain(sessionWhen(span, now))).toBe('Wednesday 14 October, 10am to Thursday 15 October, 4pm')
  expect(plain(nearWhen(span, now))).toBe('Tomorrow, 10am to Thursday 15 October, 4pm')
  expect(plain(fullWhen(span))).toBe('Wednesday 14 October 2026, 10am to Thursday 15 October 2026, 4pm')
  expect(plain(fullWhen({ ...span, endsAt: '2026-10-14T11:00:00Z' }))).toBe('Wednesday 14 October 2026, 10am to midday')
})

test('the year is written only outside this municipal year', () => {
  expect(plain(dayWords('2027-04-30T10:00:00Z', now))).toBe('Friday 30 April')
  expect(plain(dayWords('2027-05-01T10:00:00Z', now))).toBe('Saturday 1 May 2027')
})

test.each([
  ['2026-10-13T16:00:00Z', 'today at 5pm', '5pm today'],
  ['2026-10-14T11:00:00Z', 'tomorrow at noon', 'noon tomorrow'],
  ['2026-10-19T11:00:00Z', 'this Monday at noon', 'noon this Monday'], // six days off
  ['2026-10-20T11:00:00Z', 'Tuesday 20 October at noon', 'noon on Tuesday 20 October'], // seven
  ['2026-10-12T11:00:00Z', 'yesterday at noon', 'noon yesterday'],
])('a deadline on %s is said so that it cannot be the wrong week', (at, member, officer) => {
  expect(plain(deadlineWords(at, now))).toBe(member)
  expect(plain(byWords(at, now))).toBe(officer)
})

test('midnight in London, not in UTC, makes a day tomorrow', () => {
  expect(comingDay('2026-10-13T22:59:00Z', now)).toBe('today')
  expect(comingDay('2026-10-13T23:00:00Z', now)).toBe('tomorrow')
})

test('every count carries when it was read', () => {
  expect(asAtWords('2026-10-13T13:08:00Z', now)).toBe('2:08pm')
  expect(asAtWords('2026-10-12T15:10:00Z', now)).toBe('4:10pm yesterday')
  expect(plain(asAtWords('2026-10-08T08:00:00Z', now))).toBe('9am on Thursday 8 October')
})

test('a spell is said in its two largest parts', () => {
  expect(spellOf(now, '2026-10-15T09:10:00Z')).toBe('1 day 20 hours')
  expect(spellOf('2026-10-13T10:44:00Z', now)).toBe('2 hours 26 minutes')
  expect(spellOf(now, '2026-10-13T13:10:59Z')).toBe('less than a minute')
  expect(spellOf(now, '2026-10-14T13:12:00Z')).toBe('1 day')
})

test('lengths are said in hours and minutes', () => {
  expect(lengthWords(45)).toBe('45 minutes')
  expect(lengthWords(60)).toBe('1 hour')
  expect(lengthWords(210)).toBe('3 hours 30 minutes')
})

test('weeks begin on Monday in London', () => {
  expect(weeksAhead('2026-10-18T22:59:00Z', now)).toBe(0)
  expect(weeksAhead('2026-10-18T23:00:00Z', now)).toBe(1)
  expect(weeksAhead('2026-10-11T12:00:00Z', now)).toBe(-1)
})
