import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { sessionId } from '../kernel/ids.ts'
import { anAppointment, thamesbrook, towerHamlets } from '../testing/builders.ts'
import { deliveryOf, recognise, sessionIdOf } from './recognise.ts'

const own = { address: 'officer901@thamesbrook.example' }
const shared = { address: 'Training@thamesbrook.example' }
const rulebook = { ...towerHamlets, recognition: { ...towerHamlets.recognition, sharedMailboxes: ['training@thamesbrook.example'] } }
const untagged = { categories: [] }

test.each([
  ['Member training', 'in-person-training'],
  ['MEMBER TRAINING ', 'in-person-training'],
  ['Member briefing', 'member-briefing'],
  ['Member seminar', 'member-seminar'],
  ['Member workshop', 'workshop'],
])('C1.1 C1.4 an appointment with the category %s is a session of the kind %s', (category, kind) => {
  expect(recognise(anAppointment({ categories: ['Red', category] }), own, rulebook)).toEqual({ kind: 'session', sessionKind: kind })
})

test('C1.1 what the shared mailbox organises is a session without a category', () => {
  expect(recognise(anAppointment(untagged), shared, rulebook)).toEqual({ kind: 'session', sessionKind: 'in-person-training' })
})

test('C1.1 in the shared mailbox a category still names the kind', () => {
  const briefing = anAppointment({ categories: ['Member briefing'] })
  expect(recognise(briefing, shared, rulebook)).toEqual({ kind: 'session', sessionKind: 'member-briefing' })
})

test.each([
  ['no-category', { categories: ['Holiday'] }],
  ['not-organiser', { isOrganiser: false }],
  ['draft', { isDraft: true }],
  ['cancelled', { isCancelled: true }],
  ['nobody-invited', { attendees: [] }],
] as const)('C1.1 an appointment is none of ours: %s', (because, given) => {
  expect(recognise(anAppointment(given), own, rulebook)).toEqual({ kind: 'not-ours', because })
})

test('C1.1 a private appointment in the shared mailbox is left alone, unless its organiser tagged it', () => {
  expect(recognise(anAppointment({ ...untagged, isPrivate: true }), shared, rulebook)).toEqual({ kind: 'not-ours', because: 'private' })
  expect(recognise(anAppointment({ isPrivate: true }), shared, rulebook)).toMatchObject({ kind: 'session' })
})

const link = 'https://teams.microsoft.com/l/meetup-join/1'

test.each([
  [{ place: 'Town Hall Room 2' }, 'in-person', 'in-person-training'],
  [{ place: 'Town Hall Room 2', joinUrl: link }, 'hybrid', 'hybrid-training'],
  [{ place: 'Town Hall Room 2; Microsoft Teams Meeting', joinUrl: link }, 'hybrid', 'hybrid-training'],
  [{ place: 'Microsoft Teams Meeting', joinUrl: link }, 'online', 'online-training'],
  [{ place: undefined, joinUrl: link }, 'online', 'online-training'],
  [{ place: undefined, joinUrl: link, roomAddresses: ['room2@thamesbrook.example'] }, 'hybrid', 'hybrid-training'],
  [{ place: 'https://zoom.example/1' }, 'online', 'online-training'],
  [{ place: undefined }, 'in-person', 'in-person-training'],
] as const)('C1.4 training at %o is %s', (given, delivery, kind) => {
  const { place, ...placed } = { ...anAppointment(), ...given }
  const appointment = place === undefined ? placed : { ...placed, place }
  expect(deliveryOf(appointment)).toBe(delivery)
  expect(recognise(appointment, own, rulebook)).toEqual({ kind: 'session', sessionKind: kind })
})

test('C1.4 a briefing is a briefing however it is held', () => {
  const online = anAppointment({ categories: ['Member briefing'], place: 'Microsoft Teams Meeting', joinUrl: link })
  expect(recognise(online, own, rulebook)).toEqual({ kind: 'session', sessionKind: 'member-briefing' })
})

test('C1.1 one calendar entry is one session, whoever reads it and however often', () => {
  expect(sessionIdOf(thamesbrook, 'ABC')).toBe(sessionIdOf(thamesbrook, 'ABC'))
  expect(sessionIdOf(thamesbrook, 'ABC')).not.toBe(sessionIdOf(thamesbrook, 'ABD'))
  expect(() => sessionId(sessionIdOf(thamesbrook, 'ABC'))).not.toThrow()
})

test('C1.1 each slot of a series is its own session', () => {
  const first = sessionIdOf(thamesbrook, 'ABC', instant('2026-10-06T17:30:00Z'))
  expect(first).not.toBe(sessionIdOf(thamesbrook, 'ABC', instant('2026-10-13T17:30:00Z')))
  expect(first).not.toBe(sessionIdOf(thamesbrook, 'ABC'))
})

test('C1.21 a slot is the same session when its whole series moves to another hour, across the clock change too', () => {
  const inSummer = sessionIdOf(thamesbrook, 'ABC', instant('2026-10-20T22:30:00Z')) // 11:30pm on the 20th in London
  expect(sessionIdOf(thamesbrook, 'ABC', instant('2026-10-20T08:00:00Z'))).toBe(inSummer)
  expect(sessionIdOf(thamesbrook, 'ABC', instant('2026-10-20T23:00:00Z'))).not.toBe(inSummer) // midnight
})

test('C1.1 a tag of the add-in makes a session without any category, and says of which kind it is before the category does', () => {
  const tag = { kind: 'member-briefing' }
  expect(recognise(anAppointment({ categories: [] }), own, rulebook, tag)).toEqual({ kind: 'session', sessionKind: 'member-briefing' })
  expect(recognise(anAppointment(), own, rulebook, tag)).toEqual({ kind: 'session', sessionKind: 'member-briefing' })
  expect(recognise(anAppointment({ categories: [], isPrivate: true }), own, rulebook, tag)).toMatchObject({ kind: 'session' })
})

test('C1.1 a tag of no kind that the council has makes no session, and takes none away', () => {
  const tag = { kind: 'juggling' }
  expect(recognise(anAppointment({ categories: [] }), own, rulebook, tag)).toEqual({ kind: 'not-ours', because: 'no-category' })
  expect(recognise(anAppointment(), own, rulebook, tag)).toEqual({ kind: 'session', sessionKind: 'in-person-training' })
})
