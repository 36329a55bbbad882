import { expect, test } from 'vitest'
import { clashClaim, clashWhy } from './words-of-clashes.ts'

const yomKippur = {
  kind: 'event',
  label: 'Yom Kippur',
  from: '2026-09-21',
  to: '2026-09-21',
  hours: 'all-day',
  isEve: false,
  isSure: true,
  startsAt: '2026-09-20T23:00:00Z',
  endsAt: '2026-09-21T23:00:00Z',
} as const

test.each([
  [{}, 'falls on Yom Kippur'],
  [{ isEve: true }, 'falls on the evening on which Yom Kippur begins'],
  [{ isSure: false }, 'may fall on Yom Kippur'],
  [{ isSure: false, isEve: true }, 'may fall on the evening on which Yom Kippur begins'],
  [{ hours: 'after-sunset', label: 'Ramadan' } as const, 'falls after sunset in Ramadan'],
])('C14.5 an event is told as it is met: %j', (given, said) => {
  expect(clashClaim({ ...yomKippur, ...given })).toBe(said)
})

test('C14.5 of an event it is said when it is and what to do, and of nobody that they keep it', () => {
  const why = clashWhy({ against: { ...yomKippur, isSure: false } })
  expect(why.replaceAll('\u00A0', ' ')).toBe(
    'Yom Kippur: Monday 21 September 2026, or a little earlier or later. Members who keep it could not come. Another date is better; if it stays, say why.',
  )
})
