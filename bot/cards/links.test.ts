import { expect, test } from 'vitest'
import { routeOf } from '../../tab/paths.ts'
import { answerLink, bulletinLink, tabLink } from './links.ts'

test.each(['my-session', 'session', 'decide', 'reason', 'phone-list'] as const)('a link to %s opens that page of the tab', (page) => {
  const link = new URL(tabLink('app id', page, 's1'))
  expect(link.pathname).toBe('/l/entity/app%20id/home')
  const { subEntityId } = JSON.parse(link.searchParams.get('context') ?? '') as { subEntityId: string }
  expect(routeOf(subEntityId)).toEqual({ page, sessionId: 's1' })
})

test('a link to an answer opens the session with it chosen, and one to the bulletin opens that', () => {
  const address = (link: string) => (JSON.parse(new URL(link).searchParams.get('context') ?? '') as { subEntityId: string }).subEntityId
  expect(routeOf(address(answerLink('app id', 's1', 'tentative')))).toEqual({ page: 'my-session', sessionId: 's1', answer: 'tentative' })
  expect(routeOf(address(bulletinLink('app id', 'issue-2026-w42')))).toEqual({ page: 'bulletins', issueId: 'issue-2026-w42' })
  expect(routeOf(address(bulletinLink('app id')))).toEqual({ page: 'bulletin' })
})
