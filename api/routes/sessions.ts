import { mayDecide, mayReadSessions } from '../../domain/policy/may.ts'
import { acceptanceBody } from '../contracts/clashes.ts'
import { sessionPage } from '../contracts/programme.ts'
import { nothing } from '../contracts/shared.ts'
import { forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
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

export function sessionRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayReadSessions,
      {
        route: 'GET /sessions/:sessionId',
        says: 'One session with answers, messages and history, and whom a chase would ask',
        params: ofSession,
        gives: sessionPage,
      },
      async ({ council, params }) => {
        const page = await readSession(council, params.sessionId)
        return page ? done(page) : notFound
      },
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'POST /sessions/:sessionId/refresh',
        says: 'Has the calendar of a session read again',
        params: ofSession,
        gives: nothing,
        status: 202,
      },
      async ({ council, params }) => {
        const result = await refreshSession(council, params.sessionId)
        if (!result.ok) return notFound
        kick()
        return accepted({})
      },
    ),
    forRoles(
      mayDecide,
      {
        route: 'POST /sessions/:sessionId/clashes/:clashId/acceptance',
        says: 'Says that a session stays beside a clash, and why',
        params: ofClash,
        body: acceptanceBody,
        once: true,
        gives: nothing,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await acceptClash(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        return done({})
      },
    ),
  ]
}
