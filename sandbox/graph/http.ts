import { randomUUID } from 'node:crypto'
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import { isTooDeep } from '../nesting.ts'
import { decoded, readParameters, readPrefer, splitUrl, type Call, type Caller, type Outcome, type Reply } from './call.ts'
import { Refusal, badRequest, envelope } from './refusal.ts'

const bodyLimit = '4mb'
const json = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

type Serving = {
  readonly verify: (authorization: string | undefined) => Promise<Caller | undefined>
  readonly answer: (call: Call) => Promise<Outcome>
}

/** Between HTTP and the rest: tokens, ids of requests, bodies, envelopes. */
export function createHttp({ verify, answer }: Serving): Router {
  const router = Router()

  async function serve(request: Request, response: Response): Promise<void> {
    const marks = { requestId: randomUUID(), clientRequestId: request.get('client-request-id') ?? randomUUID() }
    try {
      const outcome = await answer(await read(request))
      if (outcome === 'reset') request.socket.resetAndDestroy()
      else if (outcome !== 'hang') write(response, outcome, marks)
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
      write(response, { status: cause.status, body: { error: { code: cause.code, message: cause.message } } }, marks)
    }
  }

  async function read(request: Request): Promise<Call> {
    const { path, search } = splitUrl(request.url)
    const below = /^\/v1\.0(\/.*)?$/.exec(path)?.[1]
    if (below === undefined) throw new Refusal(404, 'ResourceNotFound', 'Only /v1.0 is here.')
    const authorization = request.get('authorization')
    const caller = await verify(authorization)
    if (!caller)
      throw new Refusal(401, 'InvalidAuthenticationToken', authorization ? 'Access token validation failure.' : 'Access token is empty.')
    const headers = new Map(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    return {
      method: request.method,
      path: decoded(below),
      query: readParameters(search),
      headers,
      body: readJson(request.body),
      caller,
      prefer: readPrefer(headers.get('prefer')),
    }
  }

  router.use(express.raw({ type: () => true, limit: bodyLimit }))
  router.use((request, response) => serve(request, response))
  router.use(failed)
  return router
}

function readJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return body // somebody upstream has read it already
  if (body.length === 0) return undefined
  const read = parsed(body.toString('utf8'))
  if (isTooDeep(read)) throw unreadable()
  return read
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable()
  }
}

const unreadable = () =>
  badRequest('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.')

type Marks = { readonly requestId: string; readonly clientRequestId: string }

/** 202 and 204 carry neither a body nor a content type: clients stumble over an empty body that says it is JSON. */
function write(response: Response, { status, headers = {}, body }: Reply, { requestId, clientRequestId }: Marks): void {
  response.status(status).set({ 'request-id': requestId, 'client-request-id': clientRequestId, ...headers })
  if (body === undefined) response.end()
  else if (typeof body === 'string') response.end(body)
  else {
    response.set({ 'Content-Type': json, 'OData-Version': '4.0' })
    response.end(JSON.stringify(withMarks(body, { requestId, clientRequestId })))
  }
}

/** Every error carries the ids of its request. */
function withMarks(body: unknown, { requestId, clientRequestId }: Marks): unknown {
  if (typeof body !== 'object' || body === null || !('error' in body)) return body
  const { error } = body
  if (typeof error !== 'object' || error === null || 'innerError' in error || !('code' in error) || !('message' in error)) return body
  return envelope(String(error.code), String(error.message), requestId, clientRequestId)
}

/** Bodies beyond the limit, and mistakes of the sandbox's own. Express knows this by its four arguments. */
function failed(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  const message = error instanceof Error ? error.message : String(error)
  const code = status === 413 ? 'RequestEntityTooLarge' : status < 500 ? 'BadRequest' : 'InternalServerError'
  write(response, { status, body: { error: { code, message } } }, { requestId: randomUUID(), clientRequestId: randomUUID() })
}
