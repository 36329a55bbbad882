import { expect, test } from 'vitest'
import type { MySessionPage } from '../../../api/contracts/my-training.ts'
import { chairing } from '../../testing/member-fixtures.ts'
import { mayCheckIn, recordedWords } from './words-of-attendance.ts'

const page = {
  session: { ...chairing, startsAt: '2026-10-22T17:00:00Z', endsAt: '2026-10-22T19:00:00Z' },
  organiser: { name: 'Dana Whitlock' },
  checkIn: { from: '2026-10-22T16:45:00Z', until: '2026-10-22T19:00:00Z' },
  now: '2026-10-22T17:40:00Z',
} as MySessionPage
const recorded = (as: NonNullable<MySessionPage['attendance']>['recorded'], by?: string) => {
  return { recorded: as, walkIn: false, at: '2026-10-22T17:01:00Z', ...(by ? { by } : {}) }
}
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test.each([
  [recorded('in-person', 'Hannah Brightwell'), 'Hannah Brightwell recorded at 6:01pm that you attended.'],
  [recorded('online', 'Hannah Brightwell'), 'Hannah Brightwell recorded at 6:01pm that you attended online.'],
  [recorded('apologies', 'Hannah Brightwell'), 'Hannah Brightwell recorded at 6:01pm that you sent apologies.'],
  [recorded('absent', 'Hannah Brightwell'), 'Hannah Brightwell recorded at 6:01pm that you were absent.'],
  [recorded('in-person'), 'You checked in at 6:01pm, and it is recorded that you attended.'],
])('C2.6 a Member reads who recorded what of her, and whom to tell when it is wrong: %j', (attendance, said) => {
  expect(plain(recordedWords(page, attendance))).toBe(`${said} If that is wrong, tell Dana Whitlock.`)
})

test('C2.6 who was recorded as away and comes late checks in all the same, until the end; who is there need not', () => {
  const may = (given: Partial<MySessionPage>) => mayCheckIn({ ...page, ...given })
  expect(may({})).toBe(true)
  expect([may({ attendance: recorded('absent', 'H') }), may({ attendance: recorded('apologies', 'H') })]).toEqual([true, true])
  expect([may({ attendance: recorded('in-person') }), may({ attendance: recorded('online', 'H') })]).toEqual([false, false])
  expect([may({ now: '2026-10-22T18:59:59Z' }), may({ now: '2026-10-22T19:00:00Z' })]).toEqual([true, false])
})

test('C2.6 the field stands on the day, and past midnight while the session is still on', () => {
  expect(mayCheckIn({ ...page, now: '2026-10-21T17:00:00Z' })).toBe(false)
  const late = { ...page, checkIn: { from: '2026-10-22T16:45:00Z', until: '2026-10-23T00:30:00Z' } }
  expect(mayCheckIn({ ...late, now: '2026-10-23T00:10:00Z' })).toBe(true)
})
