import { expect, test } from 'vitest'
import { z } from 'zod'
import { createApi } from './client.ts'

const shape = z.object({ name: z.string() })

/** An API that gives these replies in turn, and what it was asked. */
function replying(...replies: (Response | Error)[]) {
  const asked: { url: string; init: RequestInit }[] = []
  const tokens = ['first', 'second', 'third']
  const api = createApi({
    token: async () => tokens.shift() ?? 'none left',
    fetch: async (url, init) => {
      asked.push({ url, init })
      const reply = replies.shift() ?? new Error('asked too often')
      if (reply instanceof Error) throw reply
      return reply
    },
  })
  return { api, asked }
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

test('a post repeated for its token keeps its key, so that it is done once', async () => {
  const { api, asked } = replying(json(401, refusal), json(201, { name: 'done' }))
  await api.post('/sessions/x/decision', { choice: 'run' }, shape)
  const [one, two] = asked.map(({ init }) => new Headers(init.headers).get('idempotency-key'))
  expect(one).toMatch(/^[0-9a-f-]{36}$/)
  expect(two).toBe(one)
})

test.each([
  ['no network', new TypeError('Failed to fetch')],
  ['an outage', json(503, refusal)],
  ['a proxy’s page', new Response('<html>', { status: 502 })],
  ['a refusal in no form of ours', new Response('<html>', { status: 403 })],
  ['an answer that the contract does not know', json(200, { nom: 'Thamesbrook' })],
])('%s is unreachable: not a refusal, and not a blank page', async (_name, reply) => {
  const { api } = replying(reply)
  expect(await api.get('/me', shape)).toEqual({ kind: 'unreachable' })
})

test('when Teams cannot sign her in, it says so and is not called a fault of the line', async () => {
  const api = createApi({ token: () => Promise.reject(new Error('resourceRequiresConsent')), fetch: async () => json(200, { name: 'x' }) })
  expect(await api.get('/me', shape)).toMatchObject({ kind: 'refused', problem: { title: 'Teams could not sign you in' } })
})
