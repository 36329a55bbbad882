import { afterEach, expect, test } from 'vitest'
import { refused } from '../../../domain/kernel/result.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createGraphClient } from './client.ts'
import { done, json, memberMailbox, officerMailbox, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

async function graphAnswering(answer: (asked: Asked) => Answered) {
  const recorded = await recordedGraph(answer)
  closing.push(() => recorded.service.close())
  return recorded
}

test('a reading carries the token, an id to find it by and what it prefers', async () => {
  const { service, source } = await graphAnswering(() => json({ id: 'a' }))
  const call = { path: "/users/a/events?$filter=x%20eq%20'a%2Bb'", as: source.service, prefer: ['one', 'two'], signal }
  expect(await source.graph.read(call)).toEqual({ kind: 'read', value: { id: 'a' } })
  expect(service.asked[0]).toMatchObject({
    method: 'GET',
    path: "/v1.0/users/a/events?$filter=x eq 'a+b'",
    headers: { authorization: 'Bearer app-token', 'client-request-id': 'an-id', prefer: 'one, two' },
  })
})

test('after a 401 a new token is tried once, and then no more', async () => {
  const { service, source } = await graphAnswering(({ headers }) =>
    headers.authorization === 'Bearer fresh-app-token'
      ? json({})
      : { status: 401, json: { error: { code: 'InvalidAuthenticationToken' } } },
  )
  expect(await source.graph.read({ path: '/a', as: source.service, signal })).toMatchObject({ kind: 'read' })
  expect(service.asked).toHaveLength(2)

  const never = await graphAnswering(() => ({ status: 401 }))
  expect(await never.source.graph.write({ method: 'POST', path: '/a', as: never.source.service, signal })).toMatchObject({
    kind: 'refused',
    because: 'not-allowed',
  })
  expect(never.service.asked).toHaveLength(2)
})

test('nothing is repeated by itself, not even after a 503', async () => {
  const { service, source } = await graphAnswering(() => ({ status: 503, headers: { 'retry-after': '0.2' } }))
  expect(await source.graph.read({ path: '/a', as: source.service, signal })).toEqual({
    kind: 'later',
    because: 'busy 503',
    afterSeconds: 1,
  })
  expect(await source.graph.write({ method: 'POST', path: '/a', as: source.service, signal })).toMatchObject({ kind: 'unknown' })
  expect(service.asked).toHaveLength(2)
})

test.each(['reset', 'cut'] as const)('a write whose answer was %s is unknown', async (how) => {
  const { source } = await graphAnswering(() => how)
  expect(await source.graph.write({ method: 'POST', path: '/a', as: source.service, signal })).toMatchObject({ kind: 'unknown' })
  expect(await source.graph.read({ path: '/a', as: source.service, signal })).toMatchObject({ kind: 'later' })
})

test('one that never answers ends when its caller gives up', async () => {
  const { source } = await graphAnswering(() => 'hang')
  const limit = AbortSignal.timeout(50)
  expect(await source.graph.write({ method: 'POST', path: '/a', as: source.service, signal: limit })).toMatchObject({ kind: 'unknown' })
})

test('whoever has given up already is kept waiting for no token, and asks for none', async () => {
  const { service, source } = await graphAnswering(() => done)
  let asked = 0
  const never = async () => {
    asked += 1
    return new Promise<never>(() => undefined)
  }
  const call = { path: '/a', as: never, signal: AbortSignal.abort() }
  await expect(source.graph.read(call)).rejects.toThrow(Unavailable)
  expect(await source.graph.write({ ...call, method: 'POST' })).toMatchObject({ kind: 'later' })
  expect([asked, service.asked]).toEqual([0, []])
})

test('where nothing listens, nothing was written', async () => {
  const { service, source } = await graphAnswering(() => done)
  await service.close()
  expect(await source.graph.write({ method: 'POST', path: '/a', as: source.service, signal })).toMatchObject({ kind: 'later' })
})

test('without a token nothing is asked: an outage of Entra for a reading, later for a write', async () => {
  const { service, source } = await graphAnswering(() => done)
  const down = () => Promise.reject(new Unavailable('entra', 'down', { retryAfterSeconds: 5 }))
  await expect(source.graph.read({ path: '/a', as: down, signal })).rejects.toThrow(Unavailable)
  expect(await source.graph.write({ method: 'POST', path: '/a', as: down, signal })).toMatchObject({ kind: 'later' })
  const wrong = () => Promise.resolve(refused({ kind: 'misconfigured', code: '7000222' } as const))
  expect(await source.graph.write({ method: 'POST', path: '/a', as: wrong, signal })).toMatchObject({ because: 'misconfigured' })
  expect(service.asked).toHaveLength(0)
})

test('an answer over 2 MiB is not read to its end', async () => {
  const { source } = await graphAnswering(() => ({ status: 200, text: `"${'a'.repeat(2 * 1024 * 1024)}"`, type: 'application/json' }))
  expect(await source.graph.read({ path: '/a', as: source.service, signal })).toEqual({ kind: 'later', because: 'too-long' })
})

test('at most three calls reach one mailbox at a time, and another mailbox does not wait for them', async () => {
  const { service, source } = await graphAnswering(() => 'hang')
  const limit = AbortSignal.timeout(150)
  const reads = [...Array.from({ length: 5 }, () => officerMailbox), memberMailbox].map((mailbox) =>
    source.graph.read({ path: `/users/${mailbox}`, as: source.service, mailbox, signal: limit }),
  )
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(service.asked.filter(({ path }) => path.endsWith(officerMailbox))).toHaveLength(3)
  expect(service.asked.filter(({ path }) => path.endsWith(memberMailbox))).toHaveLength(1)
  await Promise.all(reads)
  expect(service.asked).toHaveLength(4)
})

const microsofts = createGraphClient({ url: 'https://graph.microsoft.com/v1.0', newId: () => '', wallMilliseconds: () => 0 })

test('a link within Graph becomes a path of our own base', () => {
  expect(microsofts.ownPath('https://graph.microsoft.com/v1.0/users/a/b?$deltatoken=x')).toBe('/users/a/b?$deltatoken=x')
})

test.each([
  'https://graph.microsoft.com/beta/users',
  'https://graph.microsoft.com.evil.example/v1.0/users',
  'https://someone@graph.microsoft.com/v1.0/users',
  'http://graph.microsoft.com/v1.0/users',
  '/v1.0/users',
])('the link %s is not followed: a token must not go there', (link) => {
  expect(() => microsofts.ownPath(link)).toThrow(Unavailable)
})

test('Graph is not reached in clear but on this machine', () => {
  expect(() => createGraphClient({ url: 'http://graph.example/v1.0', newId: () => '', wallMilliseconds: () => 0 })).toThrow(TypeError)
})
