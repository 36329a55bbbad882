import { expect, test } from 'vitest'
import { aPersonId, startsAt } from '../testing/builders.ts'
import { anOffer, closesAt } from '../testing/places.ts'
import type { OfferSummary } from './offer.ts'
import { waitsFor } from './waiting.ts'

const drawFrom = closesAt.add({ minutes: 2 })
const round = { at: drawFrom, by: aPersonId(901), byName: 'Officer 901', places: 1, given: [] }

function summary(given: Partial<OfferSummary> = {}): OfferSummary {
  const { seed: _seed, ...stated } = anOffer()
  return { ...stated, interested: 2, held: [], ...given }
}

test('C4.4 places wait for the draw from when it can be made, then for its confirmation, and then for nothing', () => {
  expect(waitsFor(summary(), drawFrom.subtract({ seconds: 1 }))).toBeUndefined()
  expect(waitsFor(summary(), drawFrom)).toBe('draw')
  expect(waitsFor(summary({ drawnAt: drawFrom }), drawFrom)).toBe('confirmation')
  const allotted = { drawnAt: drawFrom, rounds: [round] }
  expect(waitsFor(summary(allotted), drawFrom)).toBeUndefined()
  expect(waitsFor(summary({ ...allotted, next: 0 }), drawFrom)).toBeUndefined()
  expect(waitsFor(summary({ ...allotted, next: 1 }), drawFrom)).toBe('next') // somebody gave up, and somebody is on the list
})

test('C4.4 where nobody is interested, or the places were never limited after all, nothing waits', () => {
  expect(waitsFor(summary({ interested: 0 }), drawFrom)).toBeUndefined()
  expect(waitsFor(summary({ droppedAt: closesAt }), drawFrom)).toBeUndefined()
})

test('C4.4 what is over or called off waits for nothing', () => {
  expect(waitsFor(summary({ endsAt: startsAt }), startsAt.subtract({ seconds: 1 }))).toBe('draw')
  expect(waitsFor(summary({ endsAt: startsAt }), startsAt)).toBeUndefined()
  expect(waitsFor(summary({ endsAt: startsAt, calledOffAt: drawFrom }), drawFrom)).toBeUndefined()
  expect(waitsFor(summary({ endsAt: startsAt, calledOffAt: closesAt, drawnAt: drawFrom }), drawFrom)).toBeUndefined()
})
