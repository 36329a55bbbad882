import { expect, test } from 'vitest'
import { z } from 'zod'
import { createApi } from './client.ts'

const shape = z.object({ name: z.string() })

/** An API that gives these replies in turn, and what it was asked. */
function replying(...replies: (Response | Error)[]) {
  const asked: { url: string; init: RequestInit }[] = []
  const waited: number[] = []
  const tokens = ['first', 'second', 'third', 'fourth', 'fifth']
  const api = createApi({
    token: async () => tokens.shift() ?? 'none left',
    fetch: async (url, init) => {
      asked.push({ url, init })
      const reply = replies.shift() ?? new Error('asked too often')
      if (reply instanceof Error) throw reply
      return reply
    },
    isOffline: () => false,
    wait: async (ms) => void waited.push(ms),
  })
  const keys = () => asked.map(({ init }) => new Headers(init.headers).get('idempotency-key'))
  return { api, asked, keys, waited }
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const refusal = { type: 'about:blank', title: 'There is no such session', status: 404 }

test('an answer is what the contract says, and nothing else of it', async () => {
  const { api, asked } = replying(json(200, { name: 'Thamesbrook', extra: 1 }))
  expect(await api.get('/me', shape)).toEqual({ kind: 'ok', value: { name: 'Thamesbrook' } })
  expect(asked[0]?.url).toBe('/api/me')
  expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer first')
})

test('a refusal comes with the words of the server', async () => {
  const { api } = replying(json(404, refusal))
  expect(await api.get('/sessions/x', shape)).toEqual({ kind: 'refused', problem: refusal })
})

test('a token that has ended is renewed once', async () => {
  const { api, asked } = replying(json(401, refusal), json(200, { name: 'Thamesbrook' }))
  expect(await api.get('/me', shape)).toMatchObject({ kind: 'ok' })
  expect(new Headers(asked[1]?.init.headers).get('authorization')).toBe('Bearer second')
})

test('a token that is refused twice is not asked for a third time', async () => {
  const { api, asked } = replying(json(401, { ...refusal, status: 401 }), json(401, { ...refusal, status: 401 }))
  expect(await api.get('/me', shape)).toMatchObject({ kind: 'refused', problem: { status: 401 } })
  expect(asked).toHaveLength(2)
})

const decide = (api: ReturnType<typeof createApi>, choice = 'run') => api.post('/sessions/x/decision', { choice }, shape)

test('a post repeated for its token keeps its key, so that it is done once', async () => {
  const { api, keys } = replying(json(401, refusal), json(201, { name: 'done' }))
  await decide(api)
  expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(keys()[1]).toBe(keys()[0])
})

test('a post whose answer was lost is asked again under its key; one that was answered, under a new one', async () => {
  const { api, keys } = replying(new TypeError('Failed to fetch'), json(201, { name: 'done' }), json(201, { name: 'done' }))
  await decide(api)
  await decide(api)
  await decide(api)
  expect(keys()[1]).toBe(keys()[0])
  expect(keys()[2]).not.toBe(keys()[0])
})

test('another post than the one whose answer was lost has a key of its own', async () => {
  const { api, keys } = replying(new TypeError('Failed to fetch'), json(201, { name: 'done' }))
  await decide(api)
  await decide(api, 'cancel')
  expect(keys()[1]).not.toBe(keys()[0])
})

test('pressing twice asks once', async () => {
  const { api, asked } = replying(json(201, { name: 'done' }))
  const both = await Promise.all([decide(api), decide(api)])
  expect(both).toEqual([both[0], both[0]])
  expect(asked).toHaveLength(1)
})

const doing = { type: 'about:blank', title: 'Quorate is still doing that', status: 409, refusal: 'still-doing' }

test('while the API is still at it, its answer is waited for under the same key', async () => {
  const { api, keys, waited } = replying(json(409, doing), json(409, doing), json(201, { name: 'done' }))
  expect(await decide(api)).toEqual({ kind: 'ok', value: { name: 'done' } })
  expect(new Set(keys()).size).toBe(1)
  expect(waited).toEqual([2_000, 2_000])
})

test('what takes too long is told in the server’s words, and asked for under its key the next time too', async () => {
  const { api, keys } = replying(...Array.from({ length: 4 }, () => json(409, doing)), json(201, { name: 'done' }))
  expect(await decide(api)).toMatchObject({ kind: 'refused', problem: { title: 'Quorate is still doing that' } })
  expect(await decide(api)).toMatchObject({ kind: 'ok' })
  expect(new Set(keys()).size).toBe(1)
})

test('a key that was used for something else is not used again', async () => {
  const otherwise = { type: 'about:blank', title: 'This was sent before', status: 422, refusal: 'key-used-otherwise' }
  const { api, keys } = replying(json(422, otherwise), json(201, { name: 'done' }))
  expect(await decide(api)).toMatchObject({ kind: 'refused' })
  expect(await decide(api)).toMatchObject({ kind: 'ok' })
  expect(new Set(keys()).size).toBe(2)
})

test.each([
  ['no network', new TypeError('Failed to fetch')],
  ['an outage', json(503, refusal)],
  ['a proxy’s page', new Response('<html>', { status: 502 })],
  ['a refusal in no form of ours', new Response('<html>', { status: 403 })],
  ['an answer that the contract does not know', json(200, { nom: 'Thamesbrook' })],
])('%s is unreachable: not a refusal, and not a blank page', async (_name, reply) => {
  const { api } = replying(reply)
  expect(await api.get('/me', shape)).toMatchObject({ kind: 'unreachable', outage: { of: 'quorate' } })
})

test.each([
  [false, { kind: 'refused', problem: { title: 'Teams could not sign you in' } }],
  [true, { kind: 'unreachable' }],
])('when Teams cannot sign her in, it says so, unless there is no network anyway: offline %s', async (offline, answer) => {
  const api = createApi({
    token: () => Promise.reject(new Error('resourceRequiresConsent')),
    fetch: async () => json(200, { name: 'x' }),
    isOffline: () => offline,
    wait: async () => undefined,
  })
  expect(await api.get('/me', shape)).toMatchObject(answer)
})

test('an outage of our records is told as the API tells it, and is no silence of the API', async () => {
  const outage = { now: '2026-10-15T08:03:00Z', unreachable: [{ dependency: 'storage', since: '2026-10-15T06:58:00Z' }] }
  const { api } = replying(json(503, { ...refusal, status: 503, outage }))
  expect(await api.get('/me', shape)).toEqual({
    kind: 'unreachable',
    outage: { of: 'records', since: '2026-10-15T06:58:00Z', now: '2026-10-15T08:03:00Z' },
  })
})

test('C14.11 a silence is told by the council’s clock as the last answer gave it', async () => {
  const { api } = replying(json(200, { now: '2020-02-03T08:05:00Z' }), new TypeError('no network'))
  await api.get('/me', z.object({ now: z.string() }))
  expect(await api.get('/me', shape)).toMatchObject({
    outage: { of: 'quorate', since: expect.stringMatching(/^2020-02-03T08:0/) as unknown },
  })
})
