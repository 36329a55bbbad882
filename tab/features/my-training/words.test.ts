import { expect, test } from 'vitest'
import { cancelledLine, dateStanding } from './words.ts'

const uptake = { accepted: 3, tentative: 0, minimum: 6, readAt: '2026-10-13T12:00:00Z', stage: 'too-few' } as const

test('C2.3 a next date says what she answered, or that she has not', () => {
  expect(dateStanding({ uptake, response: 'accepted' }).words).toBe('You accepted')
  expect(dateStanding({ uptake, response: 'none' }).words).toBe('No answer yet')
})

test('C2.6 a date that is on says how to check in, but not to whoever declined it', () => {
  const on = { uptake: { ...uptake, stage: 'started' }, checkIn: true } as const
  expect(dateStanding({ ...on, response: 'declined' }).words).toBe('You declined')
  for (const response of ['accepted', 'tentative', 'none'] as const)
    expect(dateStanding({ ...on, response }).words).toBe('Check in now, with the code on the screen in the room')
})

test('C3.4 a date that is postponed says so, whatever she answered to it', () => {
  for (const response of ['accepted', 'none'] as const) {
    expect(dateStanding({ uptake: { ...uptake, stage: 'postponed' }, response }).words).toBe(
      'Postponed. You are asked again when it has a new date.',
    )
  }
})

test('C3.10 a cancelled date stays in her Outlook calendar as cancelled, until she takes it out', () => {
  const cancelled = { cancelled: { at: '2026-10-13T13:10:00Z' } }
  expect(cancelledLine(cancelled, '2026-10-13T13:30:00Z')).toBe('Cancelled at 2:10pm. Your Outlook calendar says so too.')
})
