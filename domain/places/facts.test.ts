import { expect, test } from 'vitest'
import { offerId } from '../kernel/ids.ts'
import { day, instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { aMember, aMemberId, aPersonId, aSession, towerHamlets } from '../testing/builders.ts'
import { rulesMetBy } from '../sessions/rules-met.ts'
import { anOffer } from '../testing/places.ts'
import { factsOf } from './facts.ts'

const now = instant('2027-04-20T12:00:00Z')
const members = [
  aMember(1, { posts: ['Chair, Planning Committee'] }),
  aMember(2, { posts: ['Licensing Committee (substitute)'] }),
  aMember(3, { to: day('2027-04-19') }),
  aMember(4, { to: day('2027-04-20') }),
]
const known = { members, offers: [], rulebook: towerHamlets, rules: [], now }

function had(at: string, year: Rulebook['reporting']['year']) {
  const round = { at: instant(at), by: aPersonId(901), byName: 'Officer 901', places: 1, given: [aMemberId(1)] }
  const offers = [{ id: offerId('offer-session-s9'), rounds: [round], held: [aMemberId(1)] }]
  return [...factsOf(anOffer(), { ...known, offers, rulebook: { ...towerHamlets, reporting: { year } } }).had]
}

test.each([
  ['municipal', '2026-05-01T00:00:00+01:00', true],
  ['municipal', '2026-04-30T23:59:59+01:00', false],
  ['financial', '2027-04-01T00:00:00+01:00', true],
  ['financial', '2027-03-31T23:59:59+01:00', false],
  ['calendar', '2027-01-01T00:00:00Z', true],
  ['calendar', '2026-12-31T23:59:59Z', false],
] as const)('C4.4 C2.10 by the %s year a place given at %s counts as one this year: %s', (year, at, counts) => {
  expect(had(at, year)).toEqual(counts ? [aMemberId(1)] : [])
})

test('C4.4 C2.10 each place counts in the year in which it was given, whenever the first at that offer were', () => {
  const given = (at: string, number: number) => ({
    at: instant(at),
    by: aPersonId(901),
    byName: 'Officer 901',
    places: 1,
    given: [aMemberId(number)],
  })
  const rounds = [given('2026-04-30T12:00:00Z', 1), given('2026-05-02T12:00:00Z', 2)]
  const offers = [{ id: offerId('offer-session-s9'), rounds, held: [aMemberId(1), aMemberId(2)] }]
  expect([...factsOf(anOffer(), { ...known, offers }).had]).toEqual([aMemberId(2)])
})

test('C4.4 a place that was given up is none that somebody had, and this very offer is none before', () => {
  const round = { at: now, by: aPersonId(901), byName: 'Officer 901', places: 1, given: [aMemberId(1)] }
  const givenUp = { id: offerId('offer-session-s9'), rounds: [round], held: [] }
  const itself = { id: anOffer().id, rounds: [round], held: [aMemberId(2)] }
  expect(factsOf(anOffer(), { ...known, offers: [givenUp, itself] }).had.size).toBe(0)
})

test('C4.4 X27 who needs it, who may have it, and who has left, on the day of the draw', () => {
  const offer = anOffer({ neededFor: ['Chair'], openTo: { kind: 'posts', posts: ['Licensing Committee'] } })
  const facts = factsOf(offer, known)
  expect([...facts.needing]).toEqual([aMemberId(1)])
  expect([...facts.eligible]).toEqual([aMemberId(2)])
  expect([...facts.leftOffice]).toEqual([aMemberId(3)]) // the last day of office is still one
})

test('C4.4 those for whom the session is mandatory need it, whatever posts were named', () => {
  const rule = {
    id: 'licensing',
    label: 'Licensing',
    titles: [],
    appliesTo: { kinds: [], offices: [], committees: ['Licensing Committee'] },
  }
  const rulebook = { ...towerHamlets, mandatory: { rules: [{ ...towerHamlets.mandatory.rules[0], ...rule }] } } as Rulebook
  const rules = rulesMetBy(aSession({ title: 'Licensing' }), rulebook)
  expect([...factsOf(anOffer(), { ...known, rulebook, rules }).needing]).toEqual([aMemberId(2)])
})
