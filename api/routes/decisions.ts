import { Router } from 'express'
import { mayDecide } from '../../domain/policy/may.ts'
import { decisionBody, reasonBody } from '../contracts/decisions.ts'
import { forRoles, notFound } from '../http/handle.ts'
import { created, done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { decideSession } from '../use-cases/decide-session.ts'
import type { DecideRefusal } from '../use-cases/decide-session.ts'
import { decisionFactsOf } from '../use-cases/decision-facts.ts'
import { giveReason } from '../use-cases/give-reason.ts'
import type { ReasonRefusal } from '../use-cases/give-reason.ts'
import { ofSession } from './shapes.ts'

const nothingDone = 'Nothing has been done.'
const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'nothing-to-decide': { status: 409, title: 'This session needs no decision', detail: nothingDone },
  'changed-since-seen': { status: 412, title: 'Someone has answered since you looked. Look again, then decide', detail: nothingDone },
  cancelled: { status: 409, title: 'This session is already cancelled', detail: nothingDone },
  started: { status: 409, title: 'This session has started, so nothing can be decided now', detail: nothingDone },
  'unknown-reason': { status: 422, title: 'Choose one of the council’s reasons', detail: nothingDone },
  'reason-needs-words': { status: 422, title: 'Say in a few words what the reason is', detail: nothingDone },
  'not-too-few': { status: 422, title: 'Lack of interest is a reason only when too few are coming', detail: nothingDone },
  'message-missing': { status: 422, title: 'Write what everyone invited is told', detail: nothingDone },
  'no-such-run': { status: 422, title: 'Choose the run to merge with', detail: nothingDone },
  'not-cancelled': { status: 409, title: 'This session is not cancelled' },
  'already-explained': { status: 409, title: 'Somebody has given the reason already' },
} as const satisfies Record<DecideRefusal['kind'] | ReasonRefusal['kind'], RefusalWords>

export function decisionRoutes(kick: () => void): Router {
  const router = Router()
  router.get(
    '/sessions/:sessionId/decision',
    forRoles(mayDecide, { params: ofSession }, async ({ council, officer, params }) => {
      const facts = await decisionFactsOf(council, params.sessionId, officer)
      return facts ? done(facts.view) : notFound
    }),
  )
  router.post(
    '/sessions/:sessionId/decision',
    forRoles(mayDecide, { params: ofSession, body: decisionBody, once: true }, async ({ council, officer, params, body }) => {
      const result = await decideSession(council, officer, { ...params, ...body })
      if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
      kick()
      const { choice, at, byName } = result.value
      return created({ choice, at: String(at), by: byName })
    }),
  )
  router.post(
    '/sessions/:sessionId/reason',
    forRoles(mayDecide, { params: ofSession, body: reasonBody, once: true }, async ({ council, officer, params, body }) => {
      const result = await giveReason(council, officer, { ...params, ...body })
      if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
      kick()
      return done({})
    }),
  )
  return router
}
