import type { RequestHandler } from 'express'
import { answerProblem } from './control/problem.ts'

const thisMachine = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const names = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Answers this machine only, under its own names: a page elsewhere whose name was made to lead here gets nothing. */
export const fromThisMachine: RequestHandler = (request, response, next) => {
  const host = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''
  if (thisMachine.has(request.socket.remoteAddress ?? '') && names.has(host)) return next()
  answerProblem(response, { status: 403, title: 'The sandbox answers this machine only' })
}

/** Lets no web page of another address write here through a visitor's browser. Scripts and tests send no origin. */
export const notFromAnotherPage: RequestHandler = (request, response, next) => {
  const { origin, host } = request.headers
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const foreign = (origin !== undefined && origin !== `http://${host}`) || request.headers['sec-fetch-site'] === 'cross-site'
  if (reads || !foreign) return next()
  answerProblem(response, { status: 403, title: 'A page from another address may not do this' })
}
