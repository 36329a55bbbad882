import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGraph, afterTheDeed, anInvitation, clientOf, tokenOf, type GraphHost } from './testing.ts'

let host: GraphHost
beforeEach(async () => {
  host = await aGraph()
})
afterEach(() => host.close())

const events = (person: string) => `/users/${host.objectId(person)}/events`
const raw = (path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  fetch(`${host.base}/graph/v1.0${path}`, { ...init, headers: { Authorization: `Bearer ${tokenOf({})}`, ...headers } })
const inBatch = (requests: object[]) => host.service.api('/$batch').post({ requests })
type Answer = {
  id: string
  status: number
  headers: Record<string, string>
  body: { error?: { code: string }; subject?: string; id?: string }
}

test('a fifth request at once in one mailbox is throttled, with a fraction of a second to wait; four, or another mailbox, are not', async () => {
  await host.close()
  host = await aGraph(undefined, { latencyMilliseconds: 100 })
  const five = await Promise.all(Array.from({ length: 5 }, () => raw(events('olive'))))
  const refused = five.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(1)
  expect(refused[0]?.headers.get('Retry-After')).toBe('1.75')
  expect(await refused[0]?.json()).toMatchObject({
    error: { code: 'ApplicationThrottled', message: 'Application is over its MailboxConcurrency limit.' },
  })
  const spread = await Promise.all([...Array.from({ length: 4 }, () => raw(events('olive'))), raw(events('ann'))])
  expect(spread.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
})

test('errors carry the ids of their request, and what the caller sent as its own comes back', async () => {
  const answer = await raw(`${events('olive')}/nonsense`, { headers: { 'client-request-id': 'mine' } })
  expect(answer.headers.get('client-request-id')).toBe('mine')
  const { error } = (await answer.json()) as { error: { innerError: Record<string, string> } }
  expect(error.innerError).toMatchObject({ 'request-id': answer.headers.get('request-id'), 'client-request-id': 'mine' })
})

test('what is wrong with a request is said in Graph’s words', async () => {
  const post = (body: string) => raw(events('olive'), { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  expect((await post('{')).status).toBe(400)
  expect((await post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).status).toBe(400)
  expect((await raw('/users/nobody@riverton.example/events')).status).toBe(404)
  expect((await raw('/nowhere/at/all')).status).toBe(400)
  expect((await raw('/organization', { method: 'DELETE' })).status).toBe(405)
  expect((await raw('/organization', { headers: { Authorization: '' } })).status).toBe(401)
  expect(
    (await raw('/organization', { headers: { Authorization: `Bearer ${tokenOf({ audience: 'https://else.example' })}` } })).status,
  ).toBe(401)
  const elsewhere = tokenOf({ tenantId: '7e57ab1e-0000-4000-8000-0000000000ff' })
  expect((await raw('/organization', { headers: { Authorization: `Bearer ${elsewhere}` } })).status).toBe(401)
})

test('faults answer as they are told, in JSON or HTML, or not at all', async () => {
  host.fault({ kind: 'status', status: 503, retryAfter: 0.5, html: true })
  const page = await raw(events('olive'))
  expect([page.status, page.headers.get('Retry-After'), page.headers.get('Content-Type')]).toEqual([503, '0.5', 'text/html; charset=utf-8'])
  host.fault({ kind: 'status', status: 500 })
  await expect(host.service.api(events('olive')).get()).rejects.toMatchObject({ statusCode: 500, code: 'InternalServerError' })
  host.fault({ kind: 'reset' })
  await expect(raw(events('olive'))).rejects.toThrow('fetch failed')
  host.fault({ kind: 'hang' })
  await expect(raw(events('olive'), { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' })
  host.fault({ kind: 'delay', milliseconds: 40 })
  const before = performance.now()
  expect((await raw(events('olive'))).status).toBe(200)
  expect(performance.now() - before).toBeGreaterThan(35)
})

test('a fault after the deed leaves the deed done', async () => {
  host.fault(afterTheDeed('reset'), { method: 'POST', path: '/events' })
  await expect(host.as('olive').api('/me/events').post(anInvitation([]))).rejects.toMatchObject({ statusCode: -1 })
  host.fault(afterTheDeed(504), { method: 'POST', path: '/events' })
  await expect(host.as('olive').api('/me/events').post(anInvitation([]))).rejects.toMatchObject({ statusCode: 504 })
  expect((await host.as('olive').api('/me/events').get()).value).toHaveLength(2)
})

test('a batch answers each request for itself, each with headers of its own', async () => {
  const made = await host.invite([])
  const prefer = { Prefer: 'IdType="ImmutableId"' }
  const { responses }: { responses: Answer[] } = await host.service
    .api('/$batch')
    .header('Prefer', prefer.Prefer)
    .post({
      requests: [
        { id: '1', method: 'GET', url: `${events('olive')}/${made.id}?$select=subject` },
        { id: '2', method: 'GET', url: `${events('olive')}/${made.id}?$select=subject`, headers: prefer },
        { id: '3', method: 'GET', url: `${events('ann')}/${made.id}` },
        { id: '4', method: 'POST', url: events('ann'), headers: { 'Content-Type': 'application/json' }, body: anInvitation([]) },
      ],
    })
  const by = Object.fromEntries(responses.map((answer) => [answer.id, answer]))
  expect(by['1']).toMatchObject({ status: 200, body: { subject: 'Planning for Members', id: made.id } })
  expect(by['2']?.body.id).not.toBe(made.id)
  expect(by['3']).toMatchObject({ status: 404, body: { error: { code: 'ErrorItemNotFound' } } })
  expect(by['4']?.status).toBe(201)
})

test('twenty requests to one mailbox fit in a batch, twenty-one do not', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index), method: 'GET', url: events('olive') }))
  const { responses }: { responses: Answer[] } = await inBatch(many(20))
  expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  await expect(inBatch(many(21))).rejects.toMatchObject({ statusCode: 400 })
})

test('one throttled item leaves the others and the batch alone', async () => {
  host.fault({ kind: 'status', status: 429, retryAfter: '2.5' }, { path: `/users/${host.objectId('ann')}` })
  const { responses }: { responses: Answer[] } = await inBatch([
    { id: 'a', method: 'GET', url: events('ann') },
    { id: 'o', method: 'GET', url: events('olive') },
  ])
  expect(responses.find(({ id }) => id === 'a')).toMatchObject({ status: 429, headers: { 'Retry-After': '2.5' } })
  expect(responses.find(({ id }) => id === 'o')).toMatchObject({ status: 200 })
})

test('what depends on a failed request is not done', async () => {
  const { responses }: { responses: Answer[] } = await inBatch([
    { id: '1', method: 'GET', url: `${events('olive')}/nonsense` },
    {
      id: '2',
      method: 'POST',
      url: events('olive'),
      headers: { 'Content-Type': 'application/json' },
      body: anInvitation([]),
      dependsOn: ['1'],
    },
  ])
  expect(responses.map(({ status }) => status)).toEqual([400, 424])
  expect((await host.as('olive').api('/me/events').get()).value).toEqual([])
})

test.each([
  [
    'ids that differ only in case',
    [
      { id: 'a', method: 'GET', url: '/organization' },
      { id: 'A', method: 'GET', url: '/organization' },
    ],
  ],
  ['a body without a content type', [{ id: '1', method: 'POST', url: '/subscriptions', body: {} }]],
  ['an absolute url', [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/organization' }]],
  ['a batch within', [{ id: '1', method: 'POST', url: '/$batch' }]],
  ['a dependency on nothing', [{ id: '1', method: 'GET', url: '/organization', dependsOn: ['2'] }]],
])('a batch with %s is refused whole', async (_name, requests) => {
  await expect(inBatch(requests)).rejects.toMatchObject({ statusCode: 400 })
})

test('an application needs a role for the directory and its scope in Exchange for a mailbox', async () => {
  const bare = clientOf(host.base, tokenOf({ roles: [] }))
  await expect(bare.api('/users').get()).rejects.toMatchObject({ statusCode: 403, code: 'Authorization_RequestDenied' })
  expect((await bare.api(events('olive')).get()).value).toEqual([])
  host.graph.switchOddity('outOfScope', 'olive@riverton.example', true)
  await expect(bare.api(events('olive')).get()).rejects.toMatchObject({ statusCode: 403, code: 'ErrorAccessDenied' })
})

test('a person reaches their own mailbox with the scopes of the token, and nobody else’s', async () => {
  await expect(host.as('ann').api(events('olive')).get()).rejects.toMatchObject({ statusCode: 403, code: 'ErrorAccessDenied' })
  const reader = clientOf(host.base, tokenOf({ kind: 'person', objectId: host.objectId('ann'), scopes: ['Calendars.Read'] }))
  expect((await reader.api('/me/events').get()).value).toEqual([])
  await expect(reader.api('/me/events').post(anInvitation([]))).rejects.toMatchObject({ statusCode: 403 })
  await expect(reader.api('/me/messages').get()).rejects.toMatchObject({ statusCode: 403 })
  await expect(host.service.api('/me/events').get()).rejects.toMatchObject({ statusCode: 400 })
})
