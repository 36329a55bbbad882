import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { startsAt, towerHamlets } from '../testing/builders.ts'
import { isShortNotice, shortNoticeFrom } from './short-notice.ts'

test.each([
  ['2026-10-23T17:30:00Z', false], // Friday 6:30pm in summer time: two working days to the minute
  ['2026-10-23T17:30:01Z', true],
  ['2026-10-23T17:29:59Z', false],
  ['2026-10-27T18:29:59Z', true],
])('C3.11 C14.11 cancelling at %s a session on Tuesday at 6:30pm is at short notice: %s', (now, short) => {
  expect(isShortNotice(startsAt, instant(now), towerHamlets)).toBe(short)
})

test.each([
  ['2026-10-26T10:00:00Z', '2026-10-22T09:00:00Z'], // Monday: Thursday, and in summer time
  ['2026-09-01T09:00:00Z', '2026-08-27T09:00:00Z'], // over a bank holiday
  ['2026-10-24T10:00:00Z', '2026-10-22T10:00:00Z'], // a Saturday
])('C3.11 for a session at %s notice is short from %s', (start, from) => {
  expect(shortNoticeFrom(instant(start), towerHamlets).toString()).toBe(from)
})

test('C3.11 a council that asks for no notice never gives too little', () => {
  const rulebook = { ...towerHamlets, cancellation: { ...towerHamlets.cancellation, shortNoticeWorkingDays: 0 } }
  expect(isShortNotice(startsAt, startsAt.subtract({ seconds: 1 }), rulebook)).toBe(false)
})
