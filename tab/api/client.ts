import type { ZodType } from 'zod'
import { problem } from '../../api/contracts/shared.ts'
import type { Answer } from './answer.ts'
import { notSignedIn } from './words.ts'

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'

export type Api = {
  readonly get: <Value>(path: string, shape: ZodType<Value>) => Promise<Answer<Value>>
  readonly put: <Value>(path: string, body: object, shape: ZodType<Value>) => Promise<Answer<Value>>
  readonly post: <Value>(path: string, body: object, shape: ZodType<Value>) => Promise<Answer<Value>>
  readonly remove: <Value>(path: string, shape: ZodType<Value>) => Promise<Answer<Value>>
}

export type Line = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly token: () => Promise<string>
}

/** Longer than the API's own limits: what has not come by then is not coming. */
const patienceMs = 20_000
/** The path to us is broken, or we said ourselves that something we need does not answer. */
const outages = new Set([408, 429, 502, 503, 504])

/** Our own API, as the tab speaks to it. Every answer is parsed by the contract before a page sees it. */
export function createApi(line: Line): Api {
  const ask = <Value>(method: Method, path: string, shape: ZodType<Value>, body?: object) => request(line, { method, path, body }, shape)
  return {
    get: (path, shape) => ask('GET', path, shape),
    put: (path, body, shape) => ask('PUT', path, shape, body),
    post: (path, body, shape) => ask('POST', path, shape, body),
    remove: (path, shape) => ask('DELETE', path, shape),
  }
}

type Asked = { readonly method: Method; readonly path: string; readonly body: object | undefined }

async function request<Value>(line: Line, asked: Asked, shape: ZodType<Value>): Promise<Answer<Value>> {
  try {
    const key = asked.method === 'POST' ? crypto.randomUUID() : undefined
    const first = await send(line, asked, key)
    // A token can end between Teams giving it and us reading it: one fresh one, and no more.
    const response = first.status === 401 ? await send(line, asked, key) : first
    return await understood(response, shape)
  } catch (error) {
    return error instanceof NotSignedIn ? { kind: 'refused', problem: notSignedIn } : { kind: 'unreachable' } // no network, or no reply in time
  }
}

/** Teams gave no token: its administrator has not consented, or the person's own sign-in has ended. */
class NotSignedIn extends Error {}

async function signedIn({ token }: Line): Promise<string> {
  try {
    return await token()
  } catch (error) {
    throw new NotSignedIn('Teams gave no token', { cause: error })
  }
}

async function send(line: Line, { method, path, body }: Asked, key: string | undefined): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${await signedIn(line)}`, accept: 'application/json' }
  if (body) headers['content-type'] = 'application/json'
  if (key) headers['idempotency-key'] = key
  const init = { method, headers, cache: 'no-store', signal: AbortSignal.timeout(patienceMs) } as const
  return line.fetch(`/api${path}`, body ? { ...init, body: JSON.stringify(body) } : init)
}

async function understood<Value>(response: Response, shape: ZodType<Value>): Promise<Answer<Value>> {
  const text = await response.text()
  if (response.ok) {
    const read = shape.safeParse(text === '' ? {} : JSON.parse(text))
    return read.success ? { kind: 'ok', value: read.data } : { kind: 'unreachable' }
  }
  if (outages.has(response.status)) return { kind: 'unreachable' }
  const said = problem.safeParse(JSON.parse(text))
  return said.success ? { kind: 'refused', problem: said.data } : { kind: 'unreachable' }
}
