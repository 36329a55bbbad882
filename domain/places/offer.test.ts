import { expect, test } from 'vitest'
import { noticeId, sessionId } from '../kernel/ids.ts'
import { presets } from '../rulebook/presets.ts'
import { aMember, startsAt, towerHamlets } from '../testing/builders.ts'
import { anOffer, closesAt } from '../testing/places.ts'
import { isOpenTo, markOf, offerIdOf, stageOf, subjectOf, termsFaults, usualCriteria, type Offer, type Terms } from './offer.ts'
import { closingInWords, ordinal, placesWords } from './words.ts'

const before = closesAt.subtract({ seconds: 1 })
const chair = aMember(1, { posts: ['Chair, Planning Committee'] })
const known = { now: before.subtract({ hours: 48 }), startsAt, members: [chair, aMember(2)], isMandatory: false, isAnyoneInterested: false }
const unannounced = ({ announcedAt: _announced, ...offer }: Offer = anOffer()): Offer => offer
const faults = (terms: Partial<Terms>, was?: Offer, given: Partial<typeof known> = {}) =>
  termsFaults({ ...anOffer(), ...terms }, was, { ...known, ...given }).map(({ path, because }) => `${path}: ${because}`)

test('C4.4 interest is taken from the moment of the bulletin until the closing, and drawn only once all of it has arrived', () => {
  expect(stageOf(unannounced(), before)).toBe('not-announced')
  expect(stageOf(anOffer(), before)).toBe('open')
  expect(stageOf(anOffer(), closesAt)).toBe('closing')
  expect(stageOf(anOffer(), closesAt.add({ seconds: 119 }))).toBe('closing')
  expect(stageOf(anOffer(), closesAt.add({ seconds: 120 }))).toBe('closed')
})

test('C4.4 an offer is named by what it is of, and there is one', () => {
  for (const subject of [{ kind: 'session', sessionId: sessionId('s1-a') } as const, { kind: 'notice', noticeId: noticeId('n1') } as const])
    expect(subjectOf(offerIdOf(subject))).toEqual(subject)
})

test('C4.4 the closing is ahead of now and before the session', () => {
  expect(faults({ closesAt: known.now })).toEqual(['closesAt: closes-too-soon'])
  expect(faults({ closesAt: known.now.add({ seconds: 1 }) })).toEqual([])
  expect(faults({ closesAt: startsAt.subtract({ seconds: 1 }) })).toEqual([])
  expect(faults({ closesAt: startsAt })).toEqual(['closesAt: closes-after-start'])
})

test('C4.4 once announced the closing may be put later and never earlier', () => {
  expect(faults({ closesAt: closesAt.subtract({ hours: 1 }) }, unannounced())).toEqual([])
  expect(faults({ closesAt: closesAt.subtract({ hours: 1 }) }, anOffer())).toEqual(['closesAt: closes-earlier'])
  expect(faults({ closesAt: closesAt.add({ hours: 1 }) }, anOffer())).toEqual([])
})

test('C4.4 a closing that has passed stands once somebody is interested', () => {
  const later = { closesAt: closesAt.add({ hours: 1 }) }
  const interested = { isAnyoneInterested: true }
  expect(faults(later, anOffer(), { now: before, ...interested })).toEqual([])
  expect(faults(later, anOffer(), { now: closesAt, ...interested })).toEqual(['closesAt: fixed-when-announced'])
  expect(faults({ places: 3 }, anOffer(), { now: closesAt, ...interested })).toEqual([])
  expect(faults(later, anOffer(), { now: closesAt })).toEqual([])
  expect(faults(later, unannounced(), { now: closesAt })).toEqual([])
})

test('C4.4 the closing is put earlier only where the session was moved to before it', () => {
  const earlier = { closesAt: closesAt.subtract({ hours: 2 }) }
  expect(faults(earlier, anOffer(), { startsAt: closesAt.add({ seconds: 1 }) })).toEqual(['closesAt: closes-earlier'])
  expect(faults(earlier, anOffer(), { startsAt: closesAt })).toEqual([])
  expect(faults(earlier, anOffer(), { startsAt: earlier.closesAt })).toEqual(['closesAt: closes-after-start'])
})

test('C4.4 the closing can be put later after nobody holds a post that was announced', () => {
  const was = { openTo: { kind: 'posts', posts: ['Mace bearer'] }, criteria: ['role-need', 'ballot'] } as const
  const terms = { ...was, closesAt: closesAt.add({ hours: 1 }) }
  expect(faults(terms, anOffer(was))).toEqual([])
  expect(faults(terms, unannounced(anOffer(was)))).toEqual(['openTo.posts.0: nobody-holds-it', 'neededFor: nobody-needs-it'])
})

test('X27 whom it is for and how places are given stand as they were announced', () => {
  const changed = { openTo: { kind: 'posts', posts: ['Chair'] }, criteria: ['not-had-one', 'ballot'] } as const
  expect(faults(changed, unannounced())).toEqual([])
  expect(faults(changed, anOffer())).toEqual(['openTo: fixed-when-announced', 'criteria: fixed-when-announced'])
})

test('C4.4 after the draw nothing changes but that there are more places', () => {
  const by = { by: anOffer().setBy, byName: 'Officer 901' }
  const was = anOffer({ draw: { at: closesAt, ...by, order: [], leftOut: [] } })
  expect(faults({ places: 3 }, was)).toEqual([])
  expect(faults({ places: 1 }, was)).toEqual(['places: fewer-when-drawn'])
  expect(faults({ closesAt: closesAt.add({ hours: 1 }) }, was)).toEqual(['closesAt: fixed-when-announced'])
})

test('X27 posts are named, and held by somebody', () => {
  expect(faults({ openTo: { kind: 'posts', posts: [] } })).toEqual(['openTo.posts: no-post-named'])
  expect(faults({ openTo: { kind: 'posts', posts: ['Chair', 'Mace bearer'] } })).toEqual(['openTo.posts.1: nobody-holds-it'])
  expect(faults({ criteria: ['role-need', 'ballot'] })).toEqual(['neededFor: nobody-needs-it'])
  expect(faults({ criteria: ['role-need', 'ballot'], neededFor: ['Planning Committee'] })).toEqual([])
})

test('C4.4 a ballot ends every method, and nothing is weighed twice', () => {
  expect(faults({ criteria: ['not-had-one'] })).toEqual(['criteria: ballot-last'])
  expect(faults({ criteria: ['not-had-one', 'not-had-one', 'ballot'] })).toEqual(['criteria: criterion-twice'])
})

test.each([
  [['Chair'], true],
  [['planning committee'], true],
  [['Chair, Planning Committee'], true],
  [['Vice-Chair'], false],
  [['Licensing Committee', 'Chair'], true],
])('X27 a post-specific offer to %j is open to the Chair of Planning: %s', (posts, open) => {
  expect(isOpenTo({ kind: 'posts', posts }, chair)).toBe(open)
  expect(isOpenTo({ kind: 'everyone' }, aMember(2))).toBe(true)
})

test('C4.4 every council has a usual method that can be followed today, without plans and with a ballot last', () => {
  for (const rulebook of Object.values(presets)) expect(usualCriteria(rulebook)).toEqual(['role-need', 'not-had-one', 'ballot'])
  const plansOnly = { allocation: { ...towerHamlets.allocation, criteria: ['pdp' as const] } }
  expect(usualCriteria(plansOnly)).toEqual(['ballot'])
})

test('the mark of a seed does not tell it', () => {
  expect(markOf('00ff')).toMatch(/^[0-9a-f]{64}$/)
})

test('C4.4 what the bulletin and the pages say alike', () => {
  expect(closingInWords(closesAt.add({ hours: 24 * 7 + 1 }))).toBe('Tuesday 27 October 2026, 6pm')
  expect(placesWords.howMany(1, { kind: 'everyone' })).toBe('1 place, open to every Member.')
  expect(placesWords.howMany(2, { kind: 'posts', posts: ['Chair', 'Vice-Chair', 'Leader'] })).toBe(
    '2 places, only for Members with one of these posts: Chair, Vice-Chair or Leader.',
  )
  expect(placesWords.method(['role-need', 'not-had-one', 'ballot'])).toBe(
    'Places go first to Members whose post needs it most, then to those who have not had a limited place this year. A ballot decides between Members who are otherwise equal. It makes no difference who answers first.',
  )
  expect(placesWords.method(['ballot'])).toBe('A ballot decides who has a place. It makes no difference who answers first.')
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 111].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '111th',
  ])
})
