import { expect, test } from 'vitest'
import { routeFor } from './pages.tsx'
import { brightwell, stranger, tadworth } from './testing/people.ts'
import { memberSections, officerSections, pageInSections } from './ui/section-links.ts'

const administrator = { ...brightwell, roles: ['administrator' as const] }
const both = { ...brightwell, member: tadworth.member }

test('everyone begins on the page that is theirs', () => {
  expect(routeFor(undefined, tadworth)).toEqual({ page: 'my-training' })
  expect(routeFor(undefined, brightwell)).toEqual({ page: 'programme' })
  expect(routeFor(undefined, both)).toEqual({ page: 'programme' })
  expect(routeFor(undefined, stranger)).toBeUndefined()
})

test('a link to a session leads each to their own view of it', () => {
  expect(routeFor({ page: 'decide', sessionId: 's1' }, tadworth)).toEqual({ page: 'my-session', sessionId: 's1' })
  expect(routeFor({ page: 'my-session', sessionId: 's1' }, brightwell)).toEqual({ page: 'session', sessionId: 's1' })
  expect(routeFor({ page: 'my-session', sessionId: 's1' }, both)).toEqual({ page: 'my-session', sessionId: 's1' })
})

test('C4.4 a link to limited places leads each to their own view of them', () => {
  const offerId = 'offer-session-s1'
  expect(routeFor({ page: 'my-places', offerId }, tadworth)).toEqual({ page: 'my-places', offerId })
  expect(routeFor({ page: 'my-places', offerId }, brightwell)).toEqual({ page: 'places', offerId })
  expect(routeFor({ page: 'places', offerId }, tadworth)).toEqual({ page: 'my-places', offerId })
  expect(routeFor({ page: 'places' }, tadworth)).toEqual({ page: 'my-training' })
  expect(memberSections(false).find(({ pages }) => pages.includes('my-places'))?.words).toBe('My training')
})

test('C4.4 limited places stand in the row of pages where their trail begins: a session’s under the programme, an item’s under the bulletin', () => {
  const under = (offerId?: string) => {
    const page = pageInSections({ page: 'places', ...(offerId ? { offerId } : {}) })
    return officerSections(brightwell)
      .filter(({ pages }) => pages.includes(page))
      .map(({ words }) => words)
  }
  expect(under('offer-session-s1')).toEqual(['Programme'])
  expect(under('offer-notice-n1')).toEqual(['Bulletin'])
  expect(under()).toEqual(['Bulletin'])
  expect(pageInSections({ page: 'session', sessionId: 's1' })).toBe('session')
})

test('C4.16 the year’s programme is for Members and for officers, and for nobody else', () => {
  expect(routeFor({ page: 'brochure' }, tadworth)).toEqual({ page: 'brochure' })
  expect(routeFor({ page: 'brochure' }, brightwell)).toEqual({ page: 'brochure' })
  expect(routeFor({ page: 'brochure' }, stranger)).toBeUndefined()
  expect(routeFor({ page: 'brochure' }, administrator)).toEqual({ page: 'members' })
})

test('C6.22 a Member has their own plan, an officer opens others’, and a list of who has one is for both', () => {
  expect(routeFor({ page: 'my-plan' }, tadworth)).toEqual({ page: 'my-plan' })
  expect(routeFor({ page: 'my-plan' }, brightwell)).toEqual({ page: 'programme' })
  expect(routeFor({ page: 'member-plan', memberId: 'm1' }, tadworth)).toEqual({ page: 'my-training' })
  expect(routeFor({ page: 'member-plan', memberId: 'm1' }, brightwell)).toEqual({ page: 'member-plan', memberId: 'm1' })
  expect([tadworth, brightwell, administrator].map((me) => routeFor({ page: 'plans' }, me)?.page)).toEqual(['plans', 'plans', 'members'])
})

test('a page of the others’ leads home', () => {
  expect(routeFor({ page: 'members' }, tadworth)).toEqual({ page: 'my-training' })
  expect(routeFor({ page: 'my-texts' }, brightwell)).toEqual({ page: 'programme' })
})

test('an administrator who is no officer has the register and no sessions', () => {
  expect(routeFor(undefined, administrator)).toEqual({ page: 'members' })
  expect(routeFor({ page: 'members', find: 'Quarrie' }, administrator)).toEqual({ page: 'members', find: 'Quarrie' })
  expect(routeFor({ page: 'rulebook' }, administrator)).toEqual({ page: 'rulebook' })
  expect(routeFor({ page: 'rulebook' }, tadworth)).toEqual({ page: 'my-training' })
  expect(routeFor({ page: 'decide', sessionId: 's1' }, administrator)).toEqual({ page: 'members' })
  expect(officerSections(administrator).map(({ words }) => words)).toEqual(['Members', 'Settings', 'Health'])
  const alsoOfficer = { ...brightwell, roles: ['officer' as const, 'administrator' as const] }
  const last = (isPhone: boolean) => officerSections(alsoOfficer, isPhone).at(-1)
  expect([last(false)?.words, last(true)?.words, last(true)?.pages]).toEqual(['Health', 'Settings', ['rulebook', 'health']])
  const alsoMember = { ...administrator, member: tadworth.member }
  expect(routeFor({ page: 'decide', sessionId: 's1' }, alsoMember)).toEqual({ page: 'my-session', sessionId: 's1' })
})

test('an officer’s row of pages counts what needs attention, and has her own training if she is a Member too', () => {
  expect(officerSections(brightwell).map(({ words, count }) => [words, count])).toEqual([
    ['Programme', undefined],
    ['Needs attention', 7],
    ['Bulletin', undefined],
    ['Members', undefined],
    ['Settings', undefined],
  ])
  expect(officerSections(both).map(({ words }) => words)).toContain('My training')
})

test('a Member’s row names no page that is not there', () => {
  expect(memberSections(true).map(({ words }) => words)).toEqual(['Training', 'Plan', 'More'])
  expect(memberSections(false).map(({ words }) => words)).toEqual(['My training', 'My plan', 'Bulletin', 'Text messages'])
})
