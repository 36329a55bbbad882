import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aMember, anOfficer, aPersonId, aSession, arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil } from '../testing/council.ts'
import type { TestCouncil } from '../testing/council.ts'
import { served } from './testing/served.ts'
import type { Served } from './testing/served.ts'

let council: TestCouncil
let service: Served
let token: string
let failing: Error | undefined

beforeAll(async () => {
  council = await testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: [aMember(1)],
    officers: [anOfficer(901)],
    sessions: [aSession({ none: 1 })],
  })
  await council.worker.settle()
  service = await served(council, {
    importRegister: async () => {
      throw failing ?? new Error('no failure was set')
    },
  })
  token = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
})
afterAll(async () => service.close())
afterEach(() => council.clock.pass(61_000))

async function post(path: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  return service.raw(path, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  })
}

test.each([
  ['text', 'text/plain', 415],
  ['a form', 'application/x-www-form-urlencoded', 415],
  ['JSON in UTF-7', 'application/json; charset=utf-7', 415],
  ['JSON in UTF-16', 'application/json; charset=utf-16', 415],
  ['JSON in UTF-8', 'application/json; charset=UTF-8', 400],
  ['JSON', 'application/json', 400],
])('%s as a body is answered %s with %i', async (_what, contentType, status) => {
  expect((await post('/api/sessions/s1/decision', '{}', { 'content-type': contentType })).status).toBe(status)
})

test('a body larger than any decision is refused', async () => {
  const answer = await post('/api/sessions/s1/decision', JSON.stringify({ message: 'x'.repeat(70_000) }))
  expect(answer.status).toBe(413)
})

test.each([
  ['a thousand brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
  ['nine levels', '{"a":'.repeat(9) + '1' + '}'.repeat(9)],
  ['a list of 501', JSON.stringify({ a: Array.from({ length: 501 }, () => 0) })],
])('%s is refused before anybody walks it', async (_what, body) => {
  expect((await post('/api/sessions/s1/decision', body)).body).toMatchObject({ refusal: 'body-too-complex' })
})

test.each([
  ['a null', 'a\u0000b'],
  ['an escape', 'a\u001b[2Jb'],
  ['text turned about', 'pay \u202e001 now'],
])('%s in what somebody types is refused with how to put it right', async (_what, message) => {
  const body = { choice: 'cancel', reasonId: 'lack-of-interest', seen: '1', message }
  expect((await post('/api/sessions/s1/decision', JSON.stringify(body))).body).toMatchObject({ status: 422, refusal: 'text-not-plain' })
})

test('a message of several lines is plain text', async () => {
  const body = { choice: 'cancel', reasonId: 'because', seen: '1', message: 'One.\r\nTwo,\tand “three”: Tŷ’r Cyngor.' }
  expect((await post('/api/sessions/s1/decision', JSON.stringify(body))).body).toMatchObject({ refusal: 'unknown-reason' })
})

test('a broken body is refused without being said back or logged', async () => {
  const answer = await post('/api/sessions/s1/decision', '{"message": "canary')
  expect(answer.status).toBe(400)
  expect(answer.text).not.toContain('canary')
  expect(JSON.stringify(service.lines())).not.toContain('canary')
})

test('a field that nobody asked for is refused, and so is what would be a prototype', async () => {
  const body = { choice: 'run', reasonId: 'own-words', seen: '1' }
  const more = await post('/api/sessions/s1/decision', JSON.stringify({ ...body, canary: 'canary' }))
  expect(more.body).toMatchObject({ status: 400, refusal: 'not-understood' })
  expect(more.text).not.toContain('"canary"')
  const prototype = await post('/api/sessions/s1/decision', '{"choice":"run","reasonId":"own-words","seen":"1","__proto__":{"a":1}}')
  expect(prototype.status).toBe(400)
})

test.each([
  '/api/nothing',
  '/api/sessions/..%2f..%2fetc/decision',
  '/api/sessions/%00',
  '/api/sessions/S1',
  `/api/sessions/${'a'.repeat(200)}`,
  '/api/sessions/nobody-knows-it',
  '/nothing',
  '/graph/nothing',
])('%s is answered with nothing here', async (path) => {
  const answer = await service.ask('GET', path, { token })
  expect(answer).toMatchObject({ status: 404, body: { status: 404, type: 'urn:quorate:not-found' } })
})

test('a path that cannot be decoded is a bad request', async () => {
  expect((await service.ask('GET', '/api/sessions/%E0%A4%A', { token })).status).toBe(400)
})

test('a request that another site makes a browser send is refused', async () => {
  expect((await post('/api/sessions/s1/refresh', '{}', { 'sec-fetch-site': 'cross-site' })).body).toMatchObject({ refusal: 'cross-site' })
})

test('every answer forbids framing, sniffing and keeping, and says nothing of what runs here', async () => {
  const { headers } = await service.ask('GET', '/api/me', { token })
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

test('not being signed in is answered with 401 and no reason; the log has it', async () => {
  const answer = await service.ask('GET', '/api/me', { token: 'a.b.c' })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
  expect(answer.text).not.toContain('malformed')
  expect(service.lines()).toContainEqual(expect.objectContaining({ event: 'sign-in.refused', because: 'malformed' }))
})

test('a defect is answered with a reference, and what it said stays inside', async () => {
  failing = new Error('canary 07700 900142')
  const answer = await post('/api/members/import', '{}')
  const { reference } = answer.body as { reference: string }
  expect(answer).toMatchObject({ status: 500, body: { refusal: 'defect' } })
  expect(answer.text + JSON.stringify(service.lines())).not.toContain('canary')
  expect(service.lines()).toContainEqual(
    expect.objectContaining({ event: 'request.failed', reference, error: 'Error', council: 'thamesbrook' }),
  )
})

test('an outage is answered with when to come back', async () => {
  failing = new Unavailable('modern-gov', 'canary', { retryAfterSeconds: 40 })
  const answer = await post('/api/members/import', '{}')
  expect(answer).toMatchObject({
    status: 503,
    body: { refusal: 'unavailable', detail: expect.stringContaining('look in a minute whether') as string },
  })
  expect(answer.headers.get('retry-after')).toBe('40')
  expect(answer.text).not.toContain('canary')
})

test('one person cannot ask without end, and another is not held up by it', async () => {
  const answers = await Promise.all(Array.from({ length: 62 }, async () => post('/api/sessions/s1/refresh', '')))
  expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(2)
  const other = await service.tokenFor(aPersonId(902), { roles: ['Quorate.Officer'] })
  expect((await service.ask('POST', '/api/sessions/s1/refresh', { token: other })).status).toBe(202)
})

test('no log line holds a name, and a route is logged by its pattern', async () => {
  await service.ask('GET', '/api/sessions/s1', { token })
  const lines = service.lines()
  expect(lines).toContainEqual(expect.objectContaining({ event: 'request.answered', route: 'GET:/sessions/:sessionId', status: 200 }))
  expect(JSON.stringify(lines)).not.toMatch(/Cllr|Officer 901|A Person|00000000-0000-4000-8000-000000000901/)
})

test('the probes answer without a sign-in, and not ready when storage is away', async () => {
  expect((await service.ask('GET', '/health/live')).status).toBe(200)
  expect((await service.ask('GET', '/health/ready')).status).toBe(200)
  const away = await served(council, { ready: async () => Promise.reject(new Unavailable('storage', 'away')) })
  expect((await away.ask('GET', '/health/live')).status).toBe(200)
  expect((await away.ask('GET', '/health/ready')).status).toBe(503)
  await away.close()
})

test('beyond what one process can do at once the rest are told to come back, but never the probes', async () => {
  const { atOnce } = await import('./limits.ts')
  const cap = atOnce(1)
  const held: string[] = []
  const answerOf = (name: string) => {
    const said: { status?: number; retry?: string } = {}
    const response = {
      once: (_event: string, _close: () => void) => void held.push(name),
      status: (status: number) => Object.assign(response, { said: Object.assign(said, { status }) }),
      set: (headers: Record<string, string>) => Object.assign(response, { said: Object.assign(said, { retry: headers['Retry-After'] }) }),
      type: () => response,
      send: () => response,
    }
    cap({} as never, response as never, () => undefined)
    return said
  }
  expect(answerOf('first')).toEqual({})
  expect(answerOf('second')).toEqual({ status: 503, retry: '2' })
  expect(held).toEqual(['first'])
})

test('a caller who goes away in the middle of a body leaves nothing behind', async () => {
  const { port, hostname } = new URL(service.address)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /api/sessions/s1/decision HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a`,
      )
      setTimeout(() => socket.destroy(), 100)
    })
    socket.on('close', () => resolve())
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(service.lines().filter(({ event, error }) => event === 'request.failed' && error !== 'Error')).toEqual([])
})

test('C1.3 those whom an invitation names are looked up to answer, and are in no line of the log', async () => {
  const plan = { kind: 'in-person-training', startsAt: '2026-11-24T18:00:00Z', endsAt: '2026-11-24T19:30:00Z', delivery: 'in-person' }
  const asked = (invited: object) => post('/api/plan/check', JSON.stringify({ ...plan, invited }))
  const told = await asked({ people: ['someone.private@thamesbrook.example'], lists: ['a.list@thamesbrook.example'] })
  expect(told.status).toBe(200)
  expect(told.text).not.toContain('someone.private')
  const refused = await asked({ people: ['someone.private@thamesbrook.example', 7], lists: [] })
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'body.invited.people.1' }] } })
  expect(refused.text).not.toContain('someone.private')
  expect(JSON.stringify(service.lines())).not.toMatch(/someone\.private|a\.list/)
})
