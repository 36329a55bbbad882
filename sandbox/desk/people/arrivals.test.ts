import { expect, test } from 'vitest'
import { arrivalsOf, newFor } from './arrivals.ts'

const at = '2026-10-13T13:10:00Z'
const midnight = '2026-10-12T23:00:00Z'
const journal = [
  { at, kind: 'text', who: 'rook', summary: 'Text to Cllr Rook' },
  { at, kind: 'answer', who: 'rook', summary: 'Cllr Rook accepted' },
  { at, kind: 'card', who: 'hannah', summary: 'Card to Hannah Brightwell: 4 of 6 coming' },
  { at, kind: 'card', who: 'hannah', summary: 'Hannah Brightwell pressed “Cancel”' },
  { at, kind: 'card', who: 'hannah', summary: 'Card of Hannah Brightwell changed: Cancelled' },
  { at, kind: 'cancellation', summary: 'Hannah Brightwell cancelled' },
]
const mail = new Map([['rook', ['2026-10-08T09:00:00Z', at]]])

test('what comes to a person counts, what they do themselves does not', () => {
  const arrivals = arrivalsOf(journal, mail)
  expect(arrivals.get('rook')).toHaveLength(3)
  expect(arrivals.get('hannah')).toHaveLength(1)
})

test('at the first visit what came that day is new', () => {
  const arrivals = arrivalsOf(journal, mail)
  expect(newFor('rook', arrivals, {}, midnight)).toBe(2)
  expect(newFor('rook', arrivals, {}, '2026-10-13T13:10:01Z')).toBe(0)
  expect(newFor('nobody', arrivals, {}, midnight)).toBe(0)
})

test('what was looked at is not new', () => {
  const arrivals = arrivalsOf(journal, mail)
  expect(newFor('rook', arrivals, { rook: 3 }, midnight)).toBe(0)
  expect(newFor('rook', arrivals, { rook: 1 }, midnight)).toBe(2)
})
