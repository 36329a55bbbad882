import { expect, test } from 'vitest'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { aSession, postponed, towerHamlets } from '../testing/builders.ts'
import { gapsOf, recordedIn, recordedKinds, type Recorded } from './gaps.ts'

const { details: _details, decision: _decision, ...session } = aSession({ place: 'Town Hall, Room 1' })
const whole = { ...session, aims: 'Keep order', recorded: recordedKinds as readonly Recorded[] }
const gaps = (given: Partial<typeof whole> = {}, rules: Rulebook = towerHamlets) => gapsOf({ ...whole, ...given }, rules)
const without = (name: string) => recordedKinds.filter((kind) => kind !== name)

test('C1.9 C1.10 C1.12 of a session of which nothing is put down all of it is missing, and of a whole one nothing', () => {
  expect(gapsOf(session, towerHamlets)).toEqual(['aims', 'serves', 'implements', 'monitors', 'evaluates'])
  expect(gaps()).toEqual([])
})

test('C1.10 a priority or a function is link enough, and an empty list or spaces are none', () => {
  expect(recordedIn({ functions: 'Chairing' })).toEqual(['serves'])
  expect(recordedIn({ priorities: ['homes'] })).toEqual(['serves'])
  expect(recordedIn({ priorities: [], functions: ' ' })).toEqual([])
  expect(recordedIn()).toEqual([])
  expect(gaps({ recorded: without('serves') })).toEqual(['serves'])
})

test.each(['implements', 'monitors', 'evaluates'] as const)('C1.12 without whoever %s it, that is missing', (name) => {
  expect(recordedIn({ [name]: 'Head of service' })).toEqual([name])
  expect(recordedIn({ [name]: ' ' })).toEqual([])
  expect(gaps({ recorded: without(name) })).toEqual([name])
})

test('C1.9 spaces are no objective; C1.5 a briefing needs one where the council says so', () => {
  expect(gaps({ aims: '  ' })).toEqual(['aims'])
  const relaxed = { ...towerHamlets, briefings: { ...towerHamlets.briefings, objectives: false } }
  expect(gaps({ kind: 'member-briefing', aims: '' })).toEqual(['aims'])
  expect(gaps({ kind: 'member-briefing', aims: '' }, relaxed)).toEqual([])
})

const { place: _place, ...nowhere } = whole

test('C1.12 where it is held is missing without a place, and online without a link; in one’s own time it is asked of nobody', () => {
  expect(gapsOf(nowhere, towerHamlets)).toEqual(['where'])
  expect(gapsOf({ ...nowhere, delivery: 'hybrid', joinUrl: 'https://teams.example' }, towerHamlets)).toEqual(['where'])
  const { joinUrl: _link, ...online } = { ...nowhere, joinUrl: '', delivery: 'online' as const }
  expect(gapsOf(online, towerHamlets)).toEqual(['where'])
  expect(gapsOf({ ...online, joinUrl: 'https://teams.example' }, towerHamlets)).toEqual([])
  expect(gapsOf({ ...nowhere, kind: 'own-time' }, towerHamlets)).toEqual([])
})

test('C1.12 C3.4 when it is held is missing while it is postponed and has no new time', () => {
  const off = postponed(aSession({ place: 'Town Hall' }))
  expect(gapsOf({ ...whole, ...off }, towerHamlets)).toEqual(['when'])
})

test('C1.14 of another place than the usual one what it adds is missing until it is written down', () => {
  const elsewhere = { place: 'Community Centre', recorded: without('venueValue') }
  expect(gaps(elsewhere)).toEqual(['venueValue'])
  expect(gaps({ place: 'Community Centre' })).toEqual([])
  expect(gaps({ ...elsewhere, place: 'Town Hall' })).toEqual([])
  expect(gaps({ ...elsewhere, delivery: 'online' })).toEqual([])
  const rooms = { ...towerHamlets.rooms, register: [{ name: 'Community Centre', capacity: 20 }] }
  expect(gaps(elsewhere, { ...towerHamlets, rooms })).toEqual([])
  expect(gaps(elsewhere, { ...towerHamlets, planning: { ...towerHamlets.planning, venue: '' } })).toEqual([])
})

test('C1.7 of a seminar the service that asked for it is missing until it is named, and of nothing else', () => {
  const recorded = without('requestedBy')
  expect(gaps({ kind: 'member-seminar', recorded })).toEqual(['requestedBy'])
  expect(gaps({ kind: 'member-seminar' })).toEqual([])
  expect(gaps({ recorded })).toEqual([])
})
