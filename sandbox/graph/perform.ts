import type { FaultAction, Faults } from '../service.ts'
import type { Call, Caller, Outcome, Reply } from './call.ts'
import { Refusal } from './refusal.ts'
import { checkDirectory, openMailbox } from './rights.ts'
import { segmentsOf, type Routes } from './routes.ts'
import type { Store } from './store.ts'
import type { Throttle } from './throttle.ts'

export type Performing = {
  readonly store: Store
  readonly routes: Routes
  readonly throttle: Throttle
  /** Real time that a request spends in a mailbox, so that requests made together do meet there. */
  readonly latencyMilliseconds: number
}

/** Lets whatever fault stands against a request strike it, whether it came alone or in a batch. */
export async function struck(faults: Faults, { method, path }: Call, answer: () => Promise<Outcome>): Promise<Outcome> {
  const fault = faults.strike('graph', method, `/v1.0${path}`)
  switch (fault?.kind) {
    case 'reset':
    case 'drop':
      return 'reset'
    case 'hang':
      return 'hang'
    case 'status':
      return asked(fault)
    case 'delay':
      await after(fault.milliseconds)
      return answer()
    case 'after':
      await answer()
      return typeof fault.then === 'number' ? asked({ kind: 'status', status: fault.then }) : fault.then
    default:
      return answer()
  }
}

/** Does one request, or says why not in Graph's manner. */
export async function perform(performing: Performing, call: Call): Promise<Reply> {
  try {
    return await dispatch(performing, call)
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return { status: cause.status, headers: cause.headers, body: { error: { code: cause.code, message: cause.message } } }
  }
}

async function dispatch(performing: Performing, call: Call): Promise<Reply> {
  const { store, routes, throttle, latencyMilliseconds } = performing
  const found = routes(call.method, segmentsOf(call.path, call.caller.kind === 'user' ? call.caller.oid : undefined))
  if (found === undefined)
    throw new Refusal(400, 'BadRequest', `Resource not found for the segment '${call.path.split('/').at(-1) ?? ''}'.`)
  if (found === 'wrong-method') throw new Refusal(405, 'UnknownError', 'The HTTP method is not supported here.')
  const { route, at } = found
  if (route.kind === 'directory') {
    checkDirectory(call.caller, route.need)
    return route.handle(call, at)
  }
  const mailbox = openMailbox(store, call.caller, at['user'] ?? '', route.need)
  const leave = enter(throttle, call.caller, mailbox.owner.objectId)
  try {
    if (latencyMilliseconds > 0) await after(latencyMilliseconds)
    return await route.handle(call, mailbox, at)
  } finally {
    leave()
  }
}

/** Outlook itself, which is a person without an application, is under no application's limit. */
function enter(throttle: Throttle, caller: Caller, mailboxId: string): () => void {
  return caller.appId === undefined ? () => undefined : throttle.enter(`${caller.appId}/${mailboxId}`)
}

const codes: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  410: 'SyncStateNotFound',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
}

function asked({ status, retryAfter, body, html }: Extract<FaultAction, { kind: 'status' }>): Reply {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  if (html) {
    const page = typeof body === 'string' ? body : `<!DOCTYPE html><html><body><h1>${status}</h1></body></html>`
    return { status, headers: { ...headers, 'Content-Type': 'text/html' }, body: page }
  }
  if (status === 204) return { status, headers }
  return { status, headers, body: body ?? { error: { code: codes[status] ?? 'UnknownError', message: 'A fault that was asked for.' } } }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
