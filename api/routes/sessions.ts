import { Router } from 'express'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { forRoles, notFound } from '../http/handle.ts'
import { accepted, done } from '../http/problem.ts'
import { readSession } from '../use-cases/read-session.ts'
import { refreshSession } from '../use-cases/refresh-session.ts'
import { ofSession } from './shapes.ts'

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
  return router
}
