import { expect, test } from 'vitest'
import { addressOf, routeOf, type Route } from './paths.ts'

const routes: Route[] = [
  { page: 'my-training' },
  { page: 'my-requirements' },
  { page: 'my-session', sessionId: 'abc123' },
  { page: 'my-session', sessionId: 'abc123', answer: 'tentative' },
  { page: 'brochure' },
  { page: 'brochure', began: 2027, by: 'kind', at: 'course-chairing-0123456789' },
  { page: 'bulletin' },
  { page: 'notices' },
  { page: 'delivery', issueId: 'issue-2026-w42' },
  { page: 'bulletins' },
  { page: 'bulletins', issueId: 'issue-2026-w42' },
  { page: 'my-places', offerId: 'offer-session-s1' },
  { page: 'places' },
  { page: 'places', offerId: 'offer-notice-n1' },
  { page: 'my-texts' },
  { page: 'my-plan' },
  { page: 'my-plan', objective: 'o-1' },
  { page: 'my-plan-readers' },
  { page: 'my-plan-history' },
  { page: 'member-plan', memberId: 'm1' },
  { page: 'member-plan', memberId: 'm1', objective: 'o-1' },
  { page: 'plans' },
  { page: 'more' },
  { page: 'evaluation', sessionId: 'abc123' },
  { page: 'feedback' },
  { page: 'programme' },
  { page: 'programme', kind: 'Member briefing', time: 'past', find: 'planning & licensing' },
  { page: 'programme', view: 'month' },
  { page: 'programme', view: 'month', month: '2026-10', audience: 'relevant-members', layers: [] },
  { page: 'programme', view: 'month', month: '2027-01', layers: ['meetings', 'slots'], kind: 'Seminar' },
  { page: 'session', sessionId: 'abc123' },
  { page: 'decide', sessionId: 'abc123' },
  { page: 'phone-list', sessionId: 'abc123' },
  { page: 'reason', sessionId: 'abc123' },
  { page: 'partners', sessionId: 'abc123' },
  { page: 'results', sessionId: 'abc123' },
  { page: 'brief', sessionId: 'abc123' },
  { page: 'plan' },
  { page: 'plan', sessionId: 'abc123' },
  { page: 'attention' },
  { page: 'uptake', year: 'financial', began: 2025 },
  { page: 'missing' },
  { page: 'missing', asks: 'serves', time: 'past', find: 'planning & licensing' },
  { page: 'joint', year: 'financial', began: 2026 },
  { page: 'spread' },
  { page: 'spread', year: 'calendar', began: 2026 },
  { page: 'members' },
  { page: 'mandatory', memberId: 'm0123456789abcdef0123' },
  { page: 'mandatory' },
  { page: 'mandatory', find: 'Trask', rule: 'planning', status: 'not-able-to-sit', on: '2026-09-30' },
  { page: 'members', find: 'Cllr Seán Ó Briain' },
  { page: 'programme', kind: 'é'.repeat(60), find: '€'.repeat(60) },
]

test.each(routes)('the address of $page leads back to it', (route) => {
  expect(routeOf(addressOf(route))).toEqual(route)
})

test.each([
  '',
  'nowhere',
  'members/abc',
  'places/s1',
  'missing/s1',
  'my-places',
  'session',
  'session/',
  'session/a b',
  'plan/abc',
  'plans/abc',
  'my-plan/a b',
  'my-plan/a/b',
  'member-plan',
  'member-plan/m1/o1/x',
  'session/../me',
  'session/abc/decide/now',
  'session/abc/delete',
  'my-session/abc/decide',
  'evaluation',
  'evaluation/abc/decide',
  'javascript:alert(1)',
  `session/${'a'.repeat(65)}`,
  `programme?find=${'a'.repeat(1_000)}`,
])('a link to %j, which is no page, is ignored', (address) => {
  expect(routeOf(address)).toBeUndefined()
})

test('a filter that the programme does not know is left out', () => {
  expect(routeOf('brochure?began=1066&by=colour&at=A%20B')).toEqual({ page: 'brochure' })
  expect(routeOf('programme?time=never&colour=red&audience=dogs&view=year&month=2026-10')).toEqual({ page: 'programme' })
  expect(routeOf('programme?view=month&month=2026-13&layers=slots.tides')).toEqual({ page: 'programme', view: 'month', layers: ['slots'] })
})
