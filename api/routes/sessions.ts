import { Router } from 'express'
import { mayDecide, mayReadSessions } from '../../domain/policy/may.ts'
import { acceptanceBody } from '../contracts/clashes.ts'
import { forRoles, notFound } from '../http/handle.ts'
import { accepted, done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { acceptClash } from '../use-cases/accept-clash.ts'
import type { AcceptRefusal } from '../use-cases/accept-clash.ts'
import { readSession } from '../use-cases/read-session.ts'
import { refreshSession } from '../use-cases/refresh-session.ts'
import { ofClash, ofSession } from './shapes.ts'

const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'no-such-clash': { status: 409, title: 'This is no clash any more', detail: 'One of the two was moved or cancelled since you looked.' },
  'already-accepted': { status: 409, title: 'Somebody has said already that it stays' },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Nothing was written down. Please press it again.' },
} as const satisfies Record<AcceptRefusal['kind'], RefusalWords>

export function sessionRoutes(kick: () => void): Router {
  const router = Router()
  router.get(
    '/sessions/:sessionId',
    forRoles(mayReadSessions, { params: ofSession }, async ({ council, params }) => {
      const page = await readSession(council, params.sessionId)
      return page ? done(page) : notFound
    }),
  )
  router.post(
    '/sessions/:sessionId/refresh',
    forRoles(mayReadSessions, { params: ofSession }, async ({ council, params }) => {
      const result = await refreshSession(council, params.sessionId)
      if (!result.ok) return notFound
      kick()
      return accepted({})
    }),
  )
  router.post(
    '/sessions/:sessionId/clashes/:clashId/acceptance',
    forRoles(mayDecide, { params: ofClash, body: acceptanceBody, once: true }, async ({ council, officer, params, body }) => {
      const result = await acceptClash(council, officer, { ...params, ...body })
      if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
      kick()
      return done({})
    }),
  )
  return router
}
