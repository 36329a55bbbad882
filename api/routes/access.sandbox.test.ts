import type { Router } from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMember, anOfficer, aPersonId, aSession, arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { apiRoutes } from '../app.ts'
import { testOperations } from '../http/testing/operations.ts'
import { served } from '../http/testing/served.ts'
import type { Served } from '../http/testing/served.ts'
import { testCouncil } from '../testing/council.ts'
import { access } from './access.ts'
import type { Knocking } from './access.ts'

const knocking = ['nobody', 'stranger', 'member', 'officer', 'administrator'] as const
let service: Served
let tokens: Record<Knocking, string | undefined>

beforeAll(async () => {
  const council = await testCouncil({
    now: arrangedAt,
    // Whom C6.22 lets in is proved where its plans are; here is one of each whom it does.
    rulebook: { ...towerHamlets, pdp: { ...towerHamlets.pdp, readers: [anOfficer(901).address] } },
    members: [aMember(1, { group: 'Civic Alliance', posts: ['Group Leader'] })],
    officers: [anOfficer(901)],
    sessions: [aSession({ none: 1 })],
  })
  await council.worker.settle()
  service = await served(council)
  tokens = {
    nobody: undefined,
    stranger: await service.tokenFor(aPersonId(500)),
    member: await service.tokenFor(aPersonId(1)),
    officer: await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] }),
    administrator: await service.tokenFor(aPersonId(902), { roles: ['Quorate.Administrator'] }),
  }
})
afterAll(async () => service.close())

/** Every route mounted behind the sign-in, as `METHOD /path`. */
function mounted(router: Router, under = '/api'): readonly string[] {
  return router.stack.flatMap((layer) => {
    const { route, handle } = layer
    if (!route) return 'stack' in handle ? mounted(handle as unknown as Router, under) : []
    const methods = new Set(route.stack.map(({ method }) => method.toUpperCase()))
    return [...methods].map((method) => `${method} ${under}${route.path}`)
  })
}

test('every route that is mounted is in the table, and nothing else is', () => {
  const routes = mounted(apiRoutes(testOperations()))
  expect(routes.toSorted()).toEqual(Object.keys(access).toSorted())
})

test.each(Object.entries(access).flatMap(([route, may]) => knocking.map((who) => ({ route, who, may: may.includes(who) }))))(
  '$route as $who: $may',
  async ({ route, who, may }) => {
    const [method = '', pattern = ''] = route.split(' ')
    const path = pattern
      .replace(':sessionId', 's1')
      .replace(':memberId', 'm1')
      .replace(':issueId', 'issue-2026-w42')
      .replace(':noticeId', 'n1')
    const token = tokens[who]
    const body = method === 'PUT' || method === 'POST' ? { body: { unheard: 'of' } } : {}
    const { status } = await service.ask(method, path, { ...(token ? { token } : {}), ...body })
    const met = status === 401 ? 'not known' : status === 403 ? 'turned away' : 'let in'
    expect(met).toBe(who === 'nobody' ? 'not known' : may ? 'let in' : 'turned away')
  },
)

test('whoever may not is told so before the body is looked at, and a Member sees no one else’s session', async () => {
  const token = tokens.member ?? ''
  const decision = await service.ask('POST', '/api/sessions/s1/decision', { token, body: {} })
  expect(decision.body).toMatchObject({ status: 403, refusal: 'not-for-you' })
  const other = await service.ask('GET', '/api/my/sessions/s2', { token })
  expect(other.status).toBe(404)
})

test('a Member whose last day has passed, and one who has not begun, may open nothing of a Member’s', async () => {
  const before = await testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: [aMember(1, { from: towerHamletsDay(1) }), aMember(2, { to: towerHamletsDay(-1) })],
  })
  const other = await served(before)
  for (const number of [1, 2]) {
    const answer = await other.ask('GET', '/api/my/training', { token: await other.tokenFor(aPersonId(number)) })
    expect(answer.status).toBe(403)
  }
  await other.close()
})

function towerHamletsDay(days: number) {
  return arrangedAt.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days })
}
