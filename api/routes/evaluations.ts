import { evaluationBody, evaluationResults, myEvaluation, myEvaluations, returnBody } from '../contracts/evaluations.ts'
import { mayReadSessions, mayTakeRegister } from '../../domain/policy/may.ts'
import { forMembers, forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { evaluateSession } from '../use-cases/evaluate-session.ts'
import type { EvaluateRefusal } from '../use-cases/evaluate-session.ts'
import { enterReturn, readEvaluationResults } from '../use-cases/evaluation-results.ts'
import type { ReturnRefusal } from '../use-cases/evaluation-results.ts'
import { readMyEvaluation, readMyEvaluations } from '../use-cases/read-my-evaluations.ts'
import { ofMemberInSession, ofSession } from './shapes.ts'

const kept = 'What you have written is still here.'

const formRefusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  cancelled: { status: 409, title: 'This session was cancelled', detail: 'There is nothing to say about it any more.' },
  postponed: { status: 409, title: 'This session was postponed', detail: 'You are asked once it has been held.' },
  'not-over': { status: 409, title: 'This session has not ended yet', detail: 'Please come back when it has.' },
  'not-asked': { status: 409, title: 'There is no form for this session', detail: 'Your council asks about other kinds of session.' },
  closed: { status: 409, title: 'This form has closed', detail: 'If you would still like to say something, please ring us.' },
  'not-there': {
    status: 409,
    title: 'We have no record that you were at this session',
    detail: 'If you were, please tell us: the register can be put right.',
  },
} as const

const refusals = {
  ...formRefusals,
  'questions-changed': {
    status: 409,
    title: 'The questions have changed since you opened the form',
    detail: `${kept} Copy what you want to keep, then open the form again.`,
  },
  'nothing-said': {
    status: 422,
    title: 'Nothing is answered yet',
    detail: 'Answer one question or more, or press Not this time.',
  },
  'changed-since-seen': {
    status: 412,
    title: 'This form was filled in somewhere else since you opened it',
    detail: `${kept} Press Send again, and it takes the place of the other.`,
  },
  busy: { status: 503, title: 'Quorate is busy', detail: `${kept} Please press Send again.` },
} as const satisfies Record<EvaluateRefusal['kind'], RefusalWords>

const returnRefusals = {
  'no-such-session': refusals['no-such-session'],
  cancelled: refusals.cancelled,
  postponed: refusals.postponed,
  'not-over': refusals['not-over'],
  'not-asked': refusals['not-asked'],
  'not-there': {
    status: 409,
    title: 'Nothing says that this Member was there',
    detail: `${kept} Put the register right first, then save it again.`,
  },
  'questions-changed': refusals['questions-changed'],
  'nothing-said': { status: 422, title: 'Nothing is answered yet', detail: 'Put down one answer or more.' },
  'changed-since-seen': {
    status: 412,
    title: 'Something was said for this Member since you opened it',
    detail: `${kept} Save it again, and it takes the place of the other.`,
  },
  busy: { status: 503, title: 'Quorate is busy', detail: `${kept} Please save it again.` },
} as const satisfies Record<ReturnRefusal['kind'], RefusalWords>

/** What Members thought of a session. Whose it is comes from the sign-in alone. */
export function evaluationRoutes(kick: () => void): readonly Operation[] {
  return [
    forMembers(
      {
        route: 'GET /my/evaluations',
        says: 'The form of every session the Member was at and may still speak of',
        gives: myEvaluations,
      },
      async ({ council, member }) => done(await readMyEvaluations(council, member.value)),
    ),
    forMembers(
      {
        route: 'GET /my/evaluations/:sessionId',
        says: 'The evaluation form of one session, with what the Member has said',
        params: ofSession,
        gives: myEvaluation,
        refuses: formRefusals,
      },
      async ({ council, member, params }) => {
        const result = await readMyEvaluation(council, member.value, params.sessionId)
        return result.ok ? done(result.value) : problem(result.refusal.kind, formRefusals[result.refusal.kind])
      },
    ),
    forMembers(
      {
        route: 'PUT /my/evaluations/:sessionId',
        says: 'Says what a session was worth, or that the Member would rather not; refused when it was said otherwise elsewhere meanwhile',
        params: ofSession,
        body: evaluationBody,
        gives: myEvaluation,
        refuses: refusals,
      },
      async ({ council, member, params, body }) => {
        const result = await evaluateSession(council, member.value, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        return done(result.value)
      },
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'GET /sessions/:sessionId/evaluation',
        says: 'What was thought of a session, without names; and who has answered, without what',
        params: ofSession,
        gives: evaluationResults,
      },
      async ({ council, params }) => {
        const results = await readEvaluationResults(council, params.sessionId)
        return results ? done(results) : notFound
      },
    ),
    forRoles(
      mayTakeRegister,
      {
        route: 'PUT /sessions/:sessionId/evaluation/:memberId',
        says: 'Puts down what a Member said on paper or in another way, in the place of what she had said; refused when it was said otherwise meanwhile',
        params: ofMemberInSession,
        body: returnBody,
        gives: evaluationResults,
        refuses: returnRefusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await enterReturn(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, returnRefusals[result.refusal.kind])
        kick()
        return done(result.value)
      },
    ),
  ]
}
