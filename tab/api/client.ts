import type { ZodType } from 'zod'
import { problem, type Problem } from '../../api/contracts/shared.ts'
import type { Answer } from './answer.ts'
import { createKeys } from './keys.ts'
import { createWatch, nowIn, outageTold, type Watch } from './outage.ts'
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
  /** Whether the device itself knows that it has no network: then Teams cannot sign anybody in either. */
  readonly isOffline: () => boolean
  readonly wait: (ms: number) => Promise<void>
  /** What to say where nobody could be signed in, outside Teams. */
  readonly noSignIn?: Problem
}

/** Longer than the API's own limits: what has not come by then is not coming. */
const patienceMs = 20_000
/** The path to us is broken, or we said ourselves that something we need does not answer. */
const outages = new Set([408, 429, 502, 503, 504])
/** The API is still at the same request, whose first answer we did not get. */
const stillDoing = 'still-doing'
const looks = 4
const lookAgainMs = 2_000

/**
 * Our own API, as the tab speaks to it. Every answer is parsed by the contract before a page sees it.
 *
 * A post whose answer did not come keeps its key for a while, so that pressing again asks for the same thing and not for a second one.
 */
export function createApi(line: Line): Api {
  const keys = createKeys()
  const watch = createWatch()
  const ask = <Value>(method: Method, path: string, shape: ZodType<Value>, body?: object) =>
    watched(watch, request(line, { method, path, body }, shape))
  return {
    get: (path, shape) => ask('GET', path, shape),
    put: (path, body, shape) => ask('PUT', path, shape, body),
    post: (path, body, shape) =>
      keys.once(`${path} ${JSON.stringify(body)}`, (key) => watched(watch, post(line, { method: 'POST', path, body, key }, shape))),
    remove: (path, shape) => ask('DELETE', path, shape),
  }
}

/** An answer that did not come, with since when none has; one that came ends the silence, also one that says it can do nothing. */
async function watched<Value>(watch: Watch, asked: Promise<Answer<Value>>): Promise<Answer<Value>> {
  const answer = await asked
  if (answer.kind === 'unreachable' && !answer.outage) return { kind: 'unreachable', outage: watch.unheard() }
  watch.heard(timeTold(answer))
  return answer
}

/** Also by an answer that says it can do nothing. */
function timeTold(answer: Answer<unknown>): string | undefined {
  if (answer.kind === 'ok') return nowIn(answer.value)
  return answer.kind === 'unreachable' ? answer.outage?.now : undefined
}

type Asked = { readonly method: Method; readonly path: string; readonly body: object | undefined; readonly key?: string }

/** Where the API is still at it, the answer is worth waiting for. */
async function post<Value>(line: Line, asked: Asked, shape: ZodType<Value>): Promise<Answer<Value>> {
  for (let look = 1; ; look += 1) {
    const answer = await request(line, asked, shape)
    if (look === looks || answer.kind !== 'refused' || answer.problem.refusal !== stillDoing) return answer
    await line.wait(lookAgainMs)
  }
}

async function request<Value>(line: Line, asked: Asked, shape: ZodType<Value>): Promise<Answer<Value>> {
  try {
    const first = await send(line, asked)
    // A token can end between Teams giving it and us reading it: one fresh one, and no more.
    const response = first.status === 401 ? await send(line, asked) : first
    return await understood(response, shape)
  } catch (error) {
    const isSignIn = error instanceof NotSignedIn && !line.isOffline()
    return isSignIn ? { kind: 'refused', problem: line.noSignIn ?? notSignedIn } : { kind: 'unreachable' } // no network, or no reply in time
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

async function send(line: Line, { method, path, body, key }: Asked): Promise<Response> {
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
  const said = problem.safeParse(asJson(text))
  if (outages.has(response.status) || !said.success) {
    const outage = said.success ? outageTold(said.data) : undefined
    return { kind: 'unreachable', ...(outage ? { outage } : {}) }
  }
  return { kind: 'refused', problem: said.data }
}

/** Undefined for what is none: a proxy's page between us and the API. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // told apart from an answer by its reader
  }
}
