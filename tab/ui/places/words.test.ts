import { expect, test } from 'vitest'
import type { MyPlace } from '../../../api/contracts/places.ts'
import { mineWords } from './words.ts'

const subject = { kind: 'session' as const, id: 's1', title: 'Chairing', isOff: false, isOver: false }
const place: MyPlace = {
  places: 2,
  openTo: { kind: 'everyone' },
  neededFor: [],
  criteria: ['ballot'],
  closesAt: '2026-10-20T17:00:00Z',
  stage: 'open',
  seedMark: 'm',
  offerId: 'offer-session-s1',
  subject,
  mine: 'none',
  now: '2026-10-20T10:00:00Z',
}

test('C4.4 nobody is asked to express interest in what has begun, and what came of it stays', () => {
  expect(mineWords(place)).toBe('Express interest by Tuesday 20 October 2026, 6pm.')
  const over = { ...place, subject: { ...subject, isOver: true } }
  expect(mineWords(over)).toBe('It has begun or is over.')
  expect(mineWords({ ...over, standing: { kind: 'place', reason: { kind: 'enough' } } })).toBe('You have a place.')
})
