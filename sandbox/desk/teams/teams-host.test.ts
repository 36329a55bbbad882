import { expect, test } from 'vitest'
import { answerTo, contextOf, eventOf, isFromTab, reactionTo, readRequest, type TabFacts } from './teams-host.ts'

const facts: TabFacts = {
  theme: 'dark',
  person: { objectId: '0a1b', email: 'elspeth.rook@thamesbrook.example', name: 'Cllr Elspeth Rook' },
  tenantId: 'tenant',
  pageId: 'home',
  subPageId: 'sessions/s-1',
  sessionId: 'one',
  device: 'desktop',
}

function reaction(func: string, ...args: unknown[]) {
  const request = readRequest({ id: 1, uuidAsString: 'u', func, args })
  if (!request) throw new Error('not a request')
  return reactionTo(request, facts)
}

test('a message that is none of TeamsJS is not read as one', () => {
  expect(readRequest('hello')).toBeUndefined()
  expect(readRequest({ args: [] })).toBeUndefined()
  expect(readRequest({ func: '' })).toBeUndefined()
  expect(readRequest({ func: 'getContext' })).toMatchObject({ func: 'getContext', args: [] })
})

test('only the tab’s own window from the tab’s own origin is heard', () => {
  const tab = { window: {}, origin: 'http://localhost:3978' }
  expect(isFromTab({ source: tab.window, origin: tab.origin }, tab)).toBe(true)
  expect(isFromTab({ source: {}, origin: tab.origin }, tab)).toBe(false)
  expect(isFromTab({ source: tab.window, origin: 'http://localhost:3979' }, tab)).toBe(false)
  expect(isFromTab({ source: null, origin: tab.origin }, { window: null, origin: tab.origin })).toBe(false)
})

test('an answer carries both of the ids it was asked with', () => {
  const request = readRequest({ id: 7, uuidAsString: 'abc', func: 'getContext' })
  expect(request && answerTo(request, [1])).toEqual({ id: 7, uuidAsString: 'abc', args: [1] })
})

test('the tab is told its frame, its client and, in the fourth place, what the host can do', () => {
  const answer = reaction('initialize', '2.58.0', 4)
  if (answer.kind !== 'answer') throw new Error('no answer')
  const [frame, client, , runtime] = answer.args
  expect([frame, client]).toEqual(['content', 'web'])
  expect(JSON.parse(String(runtime))).toMatchObject({ apiVersion: 4, isLegacyTeams: false, supports: { pages: { currentApp: {} } } })
})

test('the context names the person, the theme and the place', () => {
  expect(reaction('getContext')).toEqual({ kind: 'answer', args: [contextOf(facts)] })
  expect(contextOf(facts)).toMatchObject({
    theme: 'dark',
    userObjectId: '0a1b',
    tid: 'tenant',
    entityId: 'home',
    subEntityId: 'sessions/s-1',
  })
})

test('a token is asked for and never made up here', () => {
  expect(reaction('authentication.getAuthToken', [], [], false)).toEqual({ kind: 'token' })
})

test('what the tab listens to is remembered, and the theme is told by name', () => {
  expect(reaction('registerHandler', 'themeChange')).toEqual({ kind: 'listen', event: 'themeChange' })
  expect(eventOf('themeChange', 'contrast')).toEqual({ func: 'themeChange', args: ['contrast'] })
})

test('loading, success and failure are each taken as what they are', () => {
  expect(reaction('appInitialization.appLoaded', '2.58.0')).toEqual({ kind: 'standing', standing: 'loaded' })
  expect(reaction('appInitialization.success', '2.58.0')).toEqual({ kind: 'standing', standing: 'ready', args: [] })
  expect(reaction('appInitialization.failure', 'Other', 'No sign-in')).toEqual({ kind: 'failed', because: 'No sign-in' })
  expect(reaction('appInitialization.expectedFailure', { message: 'No account' })).toEqual({ kind: 'failed', because: 'No account' })
})

test('moving inside the app, to the app and along a link are told apart', () => {
  expect(reaction('pages.currentApp.navigateTo', { pageId: 'home', subPageId: 'x' })).toEqual({ kind: 'go', subPageId: 'x', reply: [null] })
  expect(reaction('pages.navigateToApp', { appId: 'a', pageId: 'home' })).toEqual({ kind: 'go', subPageId: undefined, reply: [true] })
  expect(reaction('executeDeepLink', 'https://www.gov.uk/')).toEqual({ kind: 'open', url: 'https://www.gov.uk/', reply: [true] })
  expect(reaction('shareDeepLink', 'sessions/s-1', 'A session', '')).toEqual({ kind: 'share', subPageId: 'sessions/s-1' })
})

test('a call that Teams does not know gets no answer', () => {
  expect(reaction('teams.dance')).toEqual({ kind: 'unknown', func: 'teams.dance' })
})
