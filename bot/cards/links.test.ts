import { expect, test } from 'vitest'
import { routeOf } from '../../tab/paths.ts'
import { tabLink } from './links.ts'

test.each(['my-session', 'session', 'decide', 'reason', 'phone-list'] as const)('a link to %s opens that page of the tab', (page) => {
  const link = new URL(tabLink('app id', page, 's1'))
  expect(link.pathname).toBe('/l/entity/app%20id/home')
  const { subEntityId } = JSON.parse(link.searchParams.get('context') ?? '') as { subEntityId: string }
  expect(routeOf(subEntityId)).toEqual({ page, sessionId: 's1' })
})
