import { mayReadSessions, mayRing } from '../../domain/policy/may.ts'
import { attention, callBody, phoneList } from '../contracts/attention.ts'
import { forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { readPhoneList, recordCall, takeBackCall } from '../use-cases/phone-list.ts'
import type { CallRefusal } from '../use-cases/phone-list.ts'
import { readAttention } from '../use-cases/read-attention.ts'
import { ofMemberInSession, ofSession } from './shapes.ts'

const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'not-on-list': { status: 404, title: 'This Member is not on the phone list of this session' },
  'no-call': { status: 409, title: 'There is no call to take back' },
  busy: { status: 503, title: 'Quorate is busy', detail: 'The call was not written down. Please press it again.' },
} as const satisfies Record<CallRefusal['kind'], RefusalWords>

export function attentionRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayReadSessions,
      {
        route: 'GET /attention',
        says: 'Everything that waits for an officer',
        gives: attention,
      },
      async ({ council }) => done(await readAttention(council)),
    ),
    forRoles(
      mayRing,
      {
        route: 'GET /sessions/:sessionId/phone-list',
        says: 'Whom to ring about a cancellation',
        params: ofSession,
        gives: phoneList,
      },
      async ({ council, params }) => {
        const list = await readPhoneList(council, params.sessionId)
        return list ? done(list) : notFound
      },
    ),
    forRoles(
      mayRing,
      {
        route: 'POST /sessions/:sessionId/phone-list/:memberId',
        says: 'Writes down what came of a call',
        params: ofMemberInSession,
        body: callBody,
        once: true,
        gives: phoneList,
        refuses: refusals,
      },
      async ({ council, officer, params, body, mark }) => {
        const result = await recordCall(council, officer, { ...params, ...body, id: mark })
        kick()
        return result.ok ? done(result.value) : problem(result.refusal.kind, refusals[result.refusal.kind])
      },
    ),
    forRoles(
      mayRing,
      {
        route: 'DELETE /sessions/:sessionId/phone-list/:memberId',
        says: 'Takes the last call back',
        params: ofMemberInSession,
        gives: phoneList,
        refuses: refusals,
      },
      async ({ council, officer, params }) => {
        const result = await takeBackCall(council, officer, params)
        kick()
        return result.ok ? done(result.value) : problem(result.refusal.kind, refusals[result.refusal.kind])
      },
    ),
  ]
}
