import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { problem, send } from './problem.ts'

/** Every `Authorization` header of a request. Trap: Node keeps the first of several and says nothing, whoever added the others. */
export function authorizationsIn({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization')
}

const twice = problem('not-signed-in', { status: 401, title: 'Send one Authorization header' })

/** With two of them somebody in between may have looked at the one, and we at the other: then nobody is believed. */
export const oneAuthorization: RequestHandler = (request, response, next) => {
  if (authorizationsIn(request).length > 1) send(response, twice)
  else next()
}
