import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import type { Problem } from '../contracts/shared.ts'
import { errorFields } from '../log.ts'
import type { Log } from '../log.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { requestFields } from './caller.ts'
import { notFound } from './handle.ts'
import { problem, send } from './problem.ts'

/** One line for each request that was answered, with how long it took. */
export function logRequests(log: Log, mono: () => number): RequestHandler {
  return (request, response, next) => {
    const from = mono()
    response.once('finish', () =>
      log.info('request.answered', { ...requestFields(request, response), durationMs: Math.round(mono() - from) }),
    )
    next()
  }
}

export const nothingHere: RequestHandler = (_request, response) => send(response, notFound)

/**
 * What goes wrong ends here: an outage is 503, a bad body 400 or 413, anything else a defect with a reference.
 *
 * Trap: Express's own handler prints the error, and the error of a bad body carries the body.
 */
export function lastHandler(log: Log, standing: Standing): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent && !response.writableEnded) {
      next(error)
      return
    }
    const isReading = request.method === 'GET'
    const answer = error instanceof Unavailable ? outage(error.retryAfterSeconds, isReading, standing()) : clientError(error)
    if (answer) {
      log.warn('request.refused', {
        ...requestFields(request, response),
        status: answer.status,
        because: error instanceof Unavailable ? error.dependency : 'body',
      })
      send(response, answer)
      return
    }
    const reference = randomUUID().slice(0, 8)
    log.error('request.failed', { ...requestFields(request, response), status: 500, reference, ...errorFields(error) })
    const title = 'Something went wrong in Quorate'
    send(
      response,
      problem('defect', { status: 500, title, detail: `${isReading ? again : lookFirst} Or ring us with the reference.` }, { reference }),
    )
  }
}

const again = 'Please try again in a minute.'
/** What broke may have broken after it was done, or before: nobody can say. */
const lookFirst = 'Please look in a minute whether it was done, and try again if it was not.'

/** What of our own does not answer just now, as this instance has met it: asked for when storage itself cannot be. */
export type Standing = () => NonNullable<Problem['outage']>

function outage(retryAfterSeconds: number | undefined, isReading: boolean, { now, unreachable }: ReturnType<Standing>) {
  return problem(
    'unavailable',
    { status: 503, title: 'Quorate cannot do that just now', detail: isReading ? again : lookFirst },
    {
      headers: { 'Retry-After': String(Math.ceil(retryAfterSeconds ?? 10)) },
      ...(unreachable.length > 0 ? { outage: { now, unreachable } } : {}),
    },
  )
}

/**
 * Nobody waits for longer than this: when storage hangs, what is asked is answered as an outage, and the work goes on behind it to its
 * own limits. It may yet be done, which is why nobody is told that it was not.
 */
export function inTime(limitOf: (request: Request) => number, log: Log, standing: Standing): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      log.warn('request.refused', { ...requestFields(request, response), status: 503, because: 'no-answer-in-time' })
      send(response, outage(undefined, request.method === 'GET', standing()))
    }, limitOf(request))
    response.once('close', () => clearTimeout(timer))
    next()
  }
}

/** The errors of reading a body and of decoding a path have a status of their own; everything else is ours. */
function clientError(error: unknown) {
  const status = (error as { status?: unknown } | undefined)?.status
  if (status === 404) return notFound
  if (status === 413) return problem('body-too-large', { status: 413, title: 'That is more than Quorate takes at once' })
  if (status === 415) return problem('wrong-content-type', { status: 415, title: 'Send JSON in UTF-8' })
  const isClients = typeof status === 'number' && status >= 400 && status < 500
  return isClients ? problem('not-understood', { status: 400, title: 'Quorate did not understand what was sent' }) : undefined
}
