import { expect, test } from 'vitest'
import { aPersonId, arrangedAt, aSession, towerHamlets } from '../testing/builders.ts'
import { capacityOf, expectedAt, placesFree } from './room.ts'
import type { OtherInvitee, Session } from './session.ts'

const room: OtherInvitee = { kind: 'room', name: 'Committee Room 1', address: 'room1@thamesbrook.example', response: 'accepted' }
const rulebook = {
  rooms: {
    walkIns: 2,
    register: [
      { name: 'committee room 1', capacity: 20 },
      { name: 'Town Hall Room 2', capacity: 40 },
    ],
  },
}
const details = (capacity: number): NonNullable<Session['details']> => ({
  version: 1,
  by: aPersonId(901),
  byName: 'Officer 901',
  at: arrangedAt,
  costs: [],
  capacity,
})

test('C1.15 the room’s own size counts first, then the council’s register, then what an officer put down', () => {
  const session = aSession({ place: 'Somewhere else', details: details(12) })
  expect(capacityOf(session, rulebook)).toBe(12)
  expect(capacityOf({ ...session, place: 'Town Hall, Room 2' }, rulebook)).toBe(40)
  expect(capacityOf({ ...session, place: 'Town Hall Room 2; Microsoft Teams Meeting' }, rulebook)).toBe(40)
  expect(capacityOf({ ...session, others: [room] }, rulebook)).toBe(20)
  expect(capacityOf({ ...session, others: [{ ...room, capacity: 18 }] }, rulebook)).toBe(18)
  const large: OtherInvitee = { ...room, name: 'Town Hall Room 2', address: 'hall2@thamesbrook.example' }
  expect(capacityOf({ ...session, others: [{ ...room, capacity: 18 }, large] }, rulebook)).toBe(40)
  expect(
    capacityOf(
      {
        ...session,
        others: [
          { ...room, capacity: 18 },
          { ...large, capacity: 30 },
        ],
      },
      rulebook,
    ),
  ).toBe(30)
  expect(capacityOf({ ...session, others: [room], delivery: 'online' }, rulebook)).toBeUndefined()
  expect(capacityOf(aSession({ place: 'Somewhere else' }), towerHamlets)).toBeUndefined()
})

test('C1.15 expected are those who accepted, and at most those tentative too, with the walk-ins that the council allows for', () => {
  expect(expectedAt(aSession({ accepted: 4, tentative: 2, none: 3 }), rulebook)).toMatchObject({ least: 6, most: 8, walkIns: 2 })
})

test.each([
  [12, false],
  [13, true],
])('C1.15 with %i accepted in a room for 12, too many: %s', (accepted, overfull) => {
  const session = aSession({ accepted, place: 'Somewhere else', details: details(12) })
  expect(expectedAt(session, rulebook).overfull).toBe(overfull)
  expect(placesFree(session, rulebook)).toBe(0)
})

test('C1.16 C1.18 partners and officers take no place of a Member’s in the count', () => {
  const others: readonly OtherInvitee[] = [
    { kind: 'partner', name: 'Borough Advice', address: 'a@partner.example', response: 'accepted' },
    { kind: 'officer', name: 'Officer 902', address: 'officer902@thamesbrook.example', response: 'accepted' },
  ]
  expect(expectedAt(aSession({ accepted: 3, others }), rulebook).accepted).toBe(3)
})
