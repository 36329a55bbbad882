import { expect, test } from 'vitest'
import { momentOf } from './dates.ts'
import { seenNow } from './seen.ts'

const person = (id: string) => ({ id, name: id, email: `${id}@x.example` })
const thing = { at: '2026-10-13T13:10:00Z', kind: 'answer', summary: 'Somebody accepted' }
const fresh = { now: momentOf('2026-10-13T13:10:00Z'), journal: [thing, thing], people: [person('rook'), person('lee')] }
const seen = { generation: 3, now: '2026-10-13T13:10:00Z', happened: 2, people: 'rook lee' }

test('time that passes and things that happen leave the council as it is', () => {
  expect(seenNow(seen, fresh).generation).toBe(3)
  const later = { ...fresh, now: momentOf('2026-10-14T13:10:00Z'), journal: [thing, thing, thing] }
  expect(seenNow(seen, later)).toEqual({ generation: 3, now: '2026-10-14T13:10:00Z', happened: 3, people: 'rook lee' })
})

test.each([
  ['the clock went back', { ...fresh, now: momentOf('2026-10-13T13:09:00Z') }],
  ['less has happened', { ...fresh, journal: [thing] }],
  ['its people are others, though its clock is ahead', { ...fresh, now: momentOf('2027-01-01T00:00:00Z'), people: [person('rook')] }],
])('another council is known by this: %s', (_, other) => {
  expect(seenNow(seen, other).generation).toBe(4)
})
