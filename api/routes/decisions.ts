import { mayDecide } from '../../domain/policy/may.ts'
import { chaseBody, chased } from '../contracts/chasing.ts'
import { decisionBody, decisionCase, decisionTaken, factorBody, reasonBody } from '../contracts/decisions.ts'
import { nothing } from '../contracts/shared.ts'
import { forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { created, done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { addFactor } from '../use-cases/add-factor.ts'
import type { AddFactorRefusal } from '../use-cases/add-factor.ts'
import { chaseMembers } from '../use-cases/chase-members.ts'
import type { ChaseRefusal } from '../use-cases/chase-members.ts'
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
  'run-full': {
    status: 409,
    title: 'The other run no longer has room for everyone who is coming to this one',
    detail: 'Nothing has been done. Here is how it stands now.',
  },
  'not-cancelled': { status: 409, title: 'This session is not cancelled' },
  'already-explained': { status: 409, title: 'Somebody has given the reason already' },
} as const satisfies Record<DecideRefusal['kind'] | ReasonRefusal['kind'], RefusalWords>

const nobodyAsked = 'Nobody has been asked.'
const chaseRefusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  cancelled: { status: 409, title: 'This session is cancelled', detail: nobodyAsked },
  untagged: { status: 409, title: 'This is no longer marked as training in Outlook', detail: nobodyAsked },
  postponed: { status: 409, title: 'This session is postponed: move it in Outlook, and everyone is asked again', detail: nobodyAsked },
  started: { status: 409, title: 'This session has started', detail: nobodyAsked },
  'chased-since-seen': { status: 412, title: 'Somebody else has asked them since you looked', detail: 'Nobody has been asked twice.' },
  'nobody-to-ask': { status: 409, title: 'Everyone has accepted or declined', detail: nobodyAsked },
  'all-spared': {
    status: 409,
    title: 'Everyone left has had as many messages this week as the council allows',
    detail: nobodyAsked,
  },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Please press it again. Nobody is asked twice.' },
} as const satisfies Record<ChaseRefusal['kind'], RefusalWords>

const notKept = 'Nothing has been saved. What you have written is still here.'
const factorRefusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'nothing-said': { status: 422, title: 'Choose something from the list, or say it in words', detail: notKept },
  'no-such-factor': { status: 422, title: 'That is no longer on the council’s list', detail: notKept },
  'too-many': { status: 409, title: 'More has been put down than anybody reads', detail: notKept },
  busy: { status: 503, title: 'Quorate is busy', detail: notKept },
} as const satisfies Record<AddFactorRefusal['kind'], RefusalWords>

export function decisionRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayDecide,
      {
        route: 'GET /sessions/:sessionId/decision',
        says: 'The case, and exactly what cancelling would do',
        params: ofSession,
        gives: decisionCase,
      },
      async ({ council, officer, params }) => {
        const facts = await decisionFactsOf(council, params.sessionId, officer)
        return facts ? done(facts.view) : notFound
      },
    ),
    forRoles(
      mayDecide,
      {
        route: 'POST /sessions/:sessionId/decision',
        says: 'Decides; refused when something changed since `seen`. What is postponed may be run after all',
        params: ofSession,
        body: decisionBody,
        once: true,
        gives: decisionTaken,
        status: 201,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await decideSession(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        const { choice, at, byName } = result.value
        return created({ choice, at: String(at), by: byName })
      },
    ),
    forRoles(
      mayDecide,
      {
        route: 'POST /sessions/:sessionId/reason',
        says: 'Says why it was cancelled in Outlook',
        params: ofSession,
        body: reasonBody,
        once: true,
        gives: nothing,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await giveReason(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        return done({})
      },
    ),
    forRoles(
      mayDecide,
      {
        route: 'POST /sessions/:sessionId/chase',
        says: 'Asks those who might still come again, within the week’s cap. It decides nothing',
        params: ofSession,
        body: chaseBody,
        once: true,
        gives: chased,
        status: 201,
        refuses: chaseRefusals,
      },
      async ({ council, officer, params, body, mark }) => {
        const result = await chaseMembers(council, officer, { ...params, ...body, press: mark })
        if (!result.ok) return problem(result.refusal.kind, chaseRefusals[result.refusal.kind])
        kick()
        const { asked, spared, at, byName } = result.value
        return created({ asked, spared, at: String(at), by: byName })
      },
    ),
    forRoles(
      mayDecide,
      {
        route: 'POST /sessions/:sessionId/factors',
        says: 'Puts down something more to be weighed, kept with the decision',
        params: ofSession,
        body: factorBody,
        once: true,
        gives: nothing,
        status: 201,
        refuses: factorRefusals,
      },
      async ({ council, officer, params, body, mark }) => {
        const result = await addFactor(council, officer, { ...params, ...body, id: mark })
        return result.ok ? created({}) : problem(result.refusal.kind, factorRefusals[result.refusal.kind])
      },
    ),
  ]
}
