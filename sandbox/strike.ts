import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Fault, FaultAction, Faults } from './service.ts'

/** Strikes a service's requests with whatever faults stand against it, before the service sees them. */
export function strikes(faults: Faults, service: Fault['service']): RequestHandler {
  return (request, response, next) => {
    const action = faults.strike(service, request.method, request.originalUrl)
    if (action) inflict(action, request, response, next)
    else next()
  }
}

function inflict(action: FaultAction, request: Request, response: Response, next: NextFunction): void {
  switch (action.kind) {
    case 'status':
      return answerWith(action, response)
    case 'reset':
    case 'drop':
      request.socket.resetAndDestroy()
      return
    case 'hang':
      return
    case 'delay':
      setTimeout(next, action.milliseconds)
      return
    case 'after':
      loseAnswer(action.then, request, response)
      next()
      return
    case 'duplicate':
    case 'reorder':
    case 'wrong-client-state':
      next() // these are about deliveries; a request is neither
  }
}

function answerWith({ status, retryAfter, body, html }: Extract<FaultAction, { kind: 'status' }>, response: Response): void {
  response.status(status)
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter))
  if (html) response.type('html').send(`<html><body><h1>${status}</h1><p>Service unavailable.</p></body></html>`)
  else if (body !== undefined) response.json(body)
  else response.json({ error: { code: status === 429 ? 'TooManyRequests' : 'ServiceUnavailable', message: 'A fault set in the sandbox.' } })
}

/** Lets the service do what was asked and swallows its answer, so that the caller cannot know. */
function loseAnswer(then: 'reset' | 'hang' | number, request: Request, response: Response): void {
  const end = response.end.bind(response)
  response.write = () => true
  response.end = () => {
    if (then === 'reset') request.socket.resetAndDestroy()
    if (typeof then === 'number') {
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      response.statusCode = then
      end()
    }
    return response
  }
}
