import type { Request, RequestHandler, Response } from 'express'
import type { Log } from '../log.ts'
import { personMark } from '../log.ts'
import type { Council, Councils } from '../ports/council.ts'
import type { Allowance } from './limits.ts'
import { problem, send } from './problem.ts'
import type { SignedIn, SignInRefusal } from './sign-in.ts'
import type { Result } from '../../domain/kernel/result.ts'

/** Who asks, and in which council: both from a verified token and from nothing else. */
export type Caller = { readonly person: SignedIn; readonly council: Council }

export type SignInDeps = {
  readonly signIn: (authorization: string | undefined) => Promise<Result<SignedIn, SignInRefusal>>
  readonly log: Log
  readonly reads: Allowance
  readonly writes: Allowance
}

/**
 * Lets nobody pass who is not known, and nobody ask without end. The caller is told 401 and no more; the log has the reason. Of a token
 * seen before, nothing outside is asked: whoever is refused for want of time costs next to nothing.
 */
export function requireSignIn({ signIn, log, reads, writes }: SignInDeps): RequestHandler {
  return async (request, response, next) => {
    const found = await signIn(request.headers.authorization)
    if (!found.ok) {
      log.warn('sign-in.refused', { because: found.refusal })
      send(response, notSignedIn)
      return
    }
    const allowance = request.method === 'GET' ? reads : writes
    const allowed = allowance(`${found.value.tenantId} ${found.value.id}`)
    if (!allowed.ok) {
      send(response, tooMany(allowed.retryAfterSeconds))
      return
    }
    signedIn.set(request, found.value)
    next()
  }
}

/** The council of whoever is signed in, as it stands now. */
export function requireCouncil({ councils, log }: { readonly councils: Pick<Councils, 'byTenant'>; readonly log: Log }): RequestHandler {
  return async (request, response, next) => {
    const person = signedInOf(request)
    const council = await councils.byTenant(person.tenantId)
    if (!council) {
      log.warn('sign-in.refused', { because: 'unknown-tenant' })
      send(response, notSignedIn)
      return
    }
    callers.set(request, { person, council })
    next()
  }
}

/** Throws when no sign-in was required first, as `callerOf` does. */
export function signedInOf(request: Request): SignedIn {
  const person = signedIn.get(request)
  if (!person) throw new TypeError('this route was reached without a sign-in')
  return person
}

/** Throws when no caller was required first: a route mounted outside the door is a defect. */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request)
  if (!caller) throw new TypeError('this route was reached without a sign-in')
  return caller
}

/** What of a request may be logged: the route's pattern, never the path, whose parts may say whom it is about. */
export function requestFields(request: Request, response: Response) {
  const caller = callers.get(request)
  const pattern: unknown = (request.route as { path?: unknown } | undefined)?.path
  return {
    ...(caller ? { council: caller.council.profile.id, person: personMark(caller.council.profile.id, caller.person.id) } : {}),
    route: `${request.method}:${typeof pattern === 'string' ? pattern : 'none'}`,
    status: response.statusCode,
  }
}

const signedIn = new WeakMap<Request, SignedIn>()
const callers = new WeakMap<Request, Caller>()

const notSignedIn = problem(
  'not-signed-in',
  { status: 401, title: 'Sign in again', detail: 'Quorate could not tell who is asking. Close Quorate in Teams and open it again.' },
  { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } },
)

function tooMany(retryAfterSeconds: number) {
  return problem(
    'too-many',
    { status: 429, title: 'Too many requests at once', detail: 'Nothing is lost. Please wait a moment and try again.' },
    { headers: { 'Retry-After': String(retryAfterSeconds) } },
  )
}
