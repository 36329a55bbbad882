import {
  Client,
  GraphClientError,
  HTTPMessageHandler,
  ResponseType,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import type { Result } from '../../../domain/kernel/result.ts'
import { untold, type Exchanged, type Note } from '../../ports/outcomes.ts'
import type { TokenOptions } from '../entra/tokens.ts'
import type { TokenRefusal } from '../entra/refusals.ts'
import { isHttpsOrLoopback } from '../entra/tokens.ts'
import { retryAfterSeconds } from '../retry-after.ts'
import { longestAnswer, textWithin } from '../text-within.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { classOf, readVerdict, writeVerdict, type ReadVerdict, type WriteVerdict } from './errors.ts'
import { bodyOf, noReply, nothingSent, type Body, type Exchange, type NoReply, type Reply } from './exchange.ts'
import { createGate, type Gate } from './gate.ts'

/** A token for one call, made anew on request: the service's own, or a person's. */
export type Bearer = (options: TokenOptions) => Promise<Result<string, TokenRefusal>>

export type GraphCall = {
  /** Relative to the version: `/users/…`; values in it already percent-encoded. */
  readonly path: string
  readonly as: Bearer
  /** Whose mailbox is asked, for the gate; absent for the directory. */
  readonly mailbox?: PersonId
  /** How many of the mailbox's places the call takes; a batch takes all. */
  readonly places?: number
  readonly prefer?: readonly string[]
  readonly signal: AbortSignal
}
export type GraphWrite = GraphCall & { readonly method: 'POST' | 'PATCH' | 'DELETE'; readonly body?: unknown }

export interface Graph {
  read(call: GraphCall): Promise<ReadVerdict>
  write(call: GraphWrite): Promise<WriteVerdict>
  /** Judges an answer that came within another: one of a batch. */
  judge(reply: Reply): ReadVerdict
  /** A link Graph gave, as a path of our own base. Refused when it leads elsewhere: a token must not go there. */
  ownPath(link: string): string
}

export type GraphSettings = {
  /** `https://graph.microsoft.com/v1.0`, or where it listens in a rehearsal. */
  readonly url: string
  readonly newId: () => string
  /** Real time, for `Retry-After` dates. */
  readonly wallMilliseconds: () => number
  readonly note?: Note
}

/** Exchange allows four at once per app and mailbox. */
const placesPerMailbox = 3
const callLimitMilliseconds = 20_000
/** The client joins a base and a version; they come as one setting. */
const baseAndVersion = /^(.+)\/([^/]+)$/

/**
 * Graph through Microsoft's client, with a chain of our own: the stock one sends no token over plain http, retries writes that must
 * not be repeated, and sets no limits (measured, 3.0.7). Judges every answer; repeats nothing, save once with a new token after a 401.
 */
export function createGraphClient(settings: GraphSettings): Graph {
  const whole = settings.url.replace(/\/+$/, '')
  const [, base = '', version = ''] = baseAndVersion.exec(whole) ?? []
  if (!isHttpsOrLoopback(whole)) throw new TypeError('Graph must be reached by https, or on this machine')
  const gate = createGate(placesPerMailbox)
  const { note = untold } = settings
  const client = Client.initWithMiddleware({ baseUrl: base, defaultVersion: version, middleware: chainFor(new URL(base).origin) })

  async function exchange(call: GraphCall, method: string, body: unknown, fresh: boolean): Promise<Exchange | TokenRefusal> {
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout(callLimitMilliseconds)])
    const token = await inTime(async () => call.as({ fresh }), signal)
    if (!token.ok) return token.refusal
    const request = client
      .api(call.path)
      .responseType(ResponseType.RAW)
      .headers({ authorization: `Bearer ${token.value}`, 'client-request-id': settings.newId() })
      .options({ signal, redirect: 'manual' })
    if (call.prefer) request.header('prefer', call.prefer.join(', '))
    let begun = false
    try {
      return await gated(gate, call, signal, async () => {
        begun = true
        return replyOf(await send(request, method, body), settings.wallMilliseconds())
      })
    } catch (thrown) {
      return begun ? noReply(thrown instanceof GraphClientError ? thrown.customError : thrown) : nothingSent(thrown)
    }
  }

  return {
    async read(call) {
      for (const fresh of [false, true]) {
        const came = await exchange(call, 'GET', undefined, fresh)
        if (isRefusal(came)) return refusedReading(came)
        const verdict = readVerdict(came)
        noteOf(note, came, { call: 'read', became: classOf(came, verdict) })
        if (verdict.kind !== 'new-token') return verdict
      }
      return { kind: 'closed-to-us', because: 'not-allowed' }
    },
    async write(call) {
      for (const fresh of [false, true]) {
        const came = await exchange(call, call.method, call.body, fresh).catch(noToken)
        if (isRefusal(came)) return refusedWrite(came)
        const verdict = writeVerdict(came)
        noteOf(note, came, { call: 'write', became: classOf(came, verdict) })
        if (verdict.kind !== 'new-token') return verdict
      }
      return { kind: 'refused', because: 'not-allowed', code: 'unauthorized' }
    },
    judge(reply) {
      const verdict = readVerdict(reply)
      noteOf(note, reply, { call: 'read', became: classOf(reply, verdict) })
      return verdict
    },
    ownPath: (link) => pathWithin(whole, link),
  }
}

/** What was never asked is no exchange: there was no token, or no turn. */
function noteOf(note: Note, came: Exchange, exchanged: Exchanged): void {
  if (came.kind === 'reply') note({ ...exchanged, status: came.status })
  else if (came.silent === 'graph') note(exchanged)
}

/** Others may wait for the same token; this call waits no longer than it may. */
async function inTime<Value>(ask: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
  const tooLate = () => new Unavailable('entra', 'no token in time', { cause: signal.reason })
  if (signal.aborted) throw tooLate() // a signal tells of its end once, and that was before anybody listened
  const { promise: ended, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(tooLate())
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([ask(), ended])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

type Request = ReturnType<Client['api']>

async function send(request: Request, method: string, body: unknown): Promise<Response> {
  const content = body === undefined ? '' : JSON.stringify(body)
  if (method === 'GET') return request.get()
  if (method === 'PATCH') return request.patch(content)
  if (method === 'DELETE') return request.delete()
  return request.post(content)
}

function gated<Value>(gate: Gate, call: GraphCall, signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  return call.mailbox ? gate.pass(call.mailbox, call.places ?? 1, signal, work) : work()
}

async function replyOf(response: Response, wallMilliseconds: number): Promise<Exchange> {
  const wait = retryAfterSeconds(response.headers.get('retry-after'), wallMilliseconds)
  const body = await bodyWithin(response)
  return { kind: 'reply', status: response.status, body, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) }
}

async function bodyWithin(response: Response): Promise<Body> {
  const read = await textWithin(response.body, longestAnswer)
  return read === 'too-long' ? { kind: 'unreadable', because: 'too-long' } : bodyOf(read.text)
}

function chainFor(origin: string): Middleware {
  const http = new HTTPMessageHandler()
  return {
    async execute(context: Context) {
      try {
        const address = typeof context.request === 'string' ? context.request : context.request.url
        if (new URL(address).origin !== origin) throw new TypeError('a token goes to Graph and nowhere else')
        await http.execute(context)
      } catch (thrown) {
        throw carrying(thrown)
      }
    },
  }
}

/** The one kind of error that the client passes on as it is; of any other it would keep the message alone. */
function carrying(thrown: unknown): GraphClientError {
  const carrier = new GraphClientError('see customError')
  carrier.customError = thrown
  return carrier
}

function pathWithin(base: string, link: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined
  const within = new URL(`${base}/`)
  const own = url?.origin === within.origin && url.pathname.startsWith(within.pathname) && !url.username && !url.password
  if (!own) throw new Unavailable('graph', 'a link leads away from Graph')
  return link.slice(link.indexOf(within.pathname) + within.pathname.length - 1)
}

/** Entra did not answer, so nothing was written. */
function noToken(thrown: unknown): NoReply {
  if (thrown instanceof Unavailable) return nothingSent(thrown)
  throw thrown
}

function isRefusal(came: Exchange | TokenRefusal): came is TokenRefusal {
  return came.kind !== 'reply' && came.kind !== 'no-reply'
}

function refusedReading(refusal: TokenRefusal): ReadVerdict {
  if (refusal.kind === 'misconfigured') throw new Unavailable('entra', `misconfigured (${refusal.code})`)
  return { kind: 'closed-to-us', because: 'not-allowed' }
}

function refusedWrite(refusal: TokenRefusal): WriteVerdict {
  if (refusal.kind === 'misconfigured') return { kind: 'refused', because: 'misconfigured', code: refusal.code }
  return { kind: 'refused', because: 'not-allowed', code: refusal.kind }
}
